import type { Catalogue } from '../text.js';
import { access } from './access.js';
import { app } from './app.js';
import { audits } from './audits.js';
import { figures } from './figures.js';
import { ingest } from './ingest.js';
import { reports } from './reports.js';
import { releases } from './releases.js';
import { reorganisations } from './reorganisations.js';
import { tracks } from './tracks.js';
import { trust } from './trust.js';
import { wording } from './wording.js';

/** All that pages say, in German. */
export const GERMAN: Catalogue = {
  ...access,
  ...app,
  ...audits,
  ...figures,
  ...ingest,
  ...releases,
  ...reports,
  ...reorganisations,
  ...tracks,
  ...trust,
  ...wording,
};

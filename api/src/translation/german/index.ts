import type { Catalogue } from '#language';
import { access } from './access.js';
import { audits } from './audits.js';
import { certificates } from './certificates.js';
import { columns } from './columns.js';
import { contracts } from './contracts.js';
import { documents } from './documents.js';
import { figures } from './figures.js';
import { groups } from './groups.js';
import { loads } from './loads.js';
import { policies } from './policies.js';
import { refusals } from './refusals.js';
import { reports } from './reports.js';
import { sources } from './sources.js';
import { tracks } from './tracks.js';

/** All that the server says and the pages do not know, in German. */
export const SERVED_GERMAN: Catalogue = {
  ...access,
  ...audits,
  ...certificates,
  ...columns,
  ...contracts,
  ...documents,
  ...figures,
  ...groups,
  ...loads,
  ...policies,
  ...refusals,
  ...reports,
  ...sources,
  ...tracks,
};

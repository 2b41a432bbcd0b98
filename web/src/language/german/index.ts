import type { Catalogue } from '../text.js';
import { app } from './app.js';
import { audits } from './audits.js';
import { trust } from './trust.js';

/** All that pages say, in German. */
export const GERMAN: Catalogue = { ...app, ...audits, ...trust };

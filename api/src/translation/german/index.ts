import type { Catalogue } from '#language';
import { access } from './access.js';
import { documents } from './documents.js';

/** All that the server says and the pages do not know, in German. */
export const SERVED_GERMAN: Catalogue = { ...access, ...documents };

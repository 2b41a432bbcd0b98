import { saying } from '../language/index.js';

/** System texts: what a page says when it has nothing to show, and what to do next. Constants of this room are said by `t`. */
export const PRODUCT = 'Overstory';
export const SAMPLE_RIBBON = saying('Sample data \u2013 invented organisation');
export const NOT_FOUND_TITLE = saying('We don\u2019t know that page');
export const NOT_FOUND = saying('This page does not exist or you cannot see it.');
export const OTHER_ROLES_TITLE = saying('This page is for other roles');
export const UNKNOWN_VIEW = saying('We don\u2019t know that view. Here is the nearest one.');
export const LOADING = saying('Loading');
export const NO_RELEASE = saying(
  'No release is published yet. When a data steward has built one and a second person has published it, its findings appear here.',
);
export const FAILED = saying('This part could not be loaded. The rest of the page still works.');

/** Titles of browser tabs: the page, the period where it matters, the product. */
export const documentTitle = (...parts: readonly (string | null)[]): string =>
  [...parts.filter((part): part is string => part !== null && part !== ''), PRODUCT].join(' \u2013 ');

export const NOT_ANSWERING = saying('The server did not answer. Try again in a moment.');
export const NOT_DRAWN = saying('Your browser could not draw the picture. The table can still be downloaded.');

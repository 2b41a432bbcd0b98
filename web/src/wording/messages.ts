/** System texts: what a page says when it has nothing to show, and what to do next. */
export const PRODUCT = 'Overstory';
export const SAMPLE_RIBBON = 'Sample data \u2013 invented organisation';
export const NOT_FOUND_TITLE = 'We don\u2019t know that page';
export const NOT_FOUND = 'This page does not exist or you cannot see it.';
export const OTHER_ROLES_TITLE = 'This page is for other roles';
export const UNKNOWN_VIEW = 'We don\u2019t know that view. Here is the nearest one.';
export const LOADING = 'Loading';
export const NO_RELEASE =
  'No release is published yet. When a data steward has built one and a second person has published it, its findings appear here.';
export const FAILED = 'This part could not be loaded. The rest of the page still works.';
export const SIGNED_OUT = 'Your session has ended. Sign in to go on; you will come back to this page.';
export const WRONG_CREDENTIALS = 'That e-mail address and password do not belong together. Check both and try again.';

/** Titles of browser tabs: the page, the period where it matters, the product. */
export const documentTitle = (...parts: readonly (string | null)[]): string =>
  [...parts.filter((part): part is string => part !== null && part !== ''), PRODUCT].join(' \u2013 ');

export const NOT_ANSWERING = 'The server did not answer. Try again in a moment.';
export const NOT_DRAWN = 'Your browser could not draw the picture. The table can still be downloaded.';

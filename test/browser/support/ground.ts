import type { Browser } from 'playwright-core';
import type { Site } from './site.js';

/** One product and one browser for all journeys; both stand when a test begins. */
export type Ground = () => { readonly browser: Browser; readonly site: Site };

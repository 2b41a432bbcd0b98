import { afterAll, beforeAll, describe, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { everyPage } from '../../browser/journeys/every-page.js';
import { languages } from '../../browser/journeys/languages.js';
import { chromiumPath, launchChromium, mustHaveChromium, NO_CHROMIUM } from '../../browser/support/chromium.js';
import { type Site, startSite } from '../../browser/support/site.js';
import { PAGES } from '../../browser/support/pages.js';
import type { Look } from '../../browser/support/walk.js';

jest.setTimeout(1_800_000);

const suite = chromiumPath !== undefined || mustHaveChromium ? describe : describe.skip;
if (chromiumPath === undefined) it.skip(NO_CHROMIUM, () => undefined);

/** Every width with every theme. `npm test` looks at each of them once. */
const ALL: readonly Look[] = [1280, 768, 390, 320].flatMap((width) =>
  (['light', 'dark'] as const).map((colours) => ({ width, colours, rules: 'all' as const })),
);

suite('every page, in every width and theme', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
    site = await startSite();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const ground = () => ({ site, browser });

  everyPage(ground, ALL, [null, 'auditor', 'steward', 'owner']);
  languages(ground, PAGES);
});

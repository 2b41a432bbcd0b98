import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { access } from './journeys/access.js';
import { audits } from './journeys/audits.js';
import { auditor } from './journeys/auditor.js';
import { accessibility } from './journeys/accessibility.js';
import { everyPage } from './journeys/every-page.js';
import { explore } from './journeys/explore.js';
import { firstFinding } from './journeys/first-finding.js';
import { german } from './journeys/german.js';
import { hiddenValues } from './journeys/hidden-values.js';
import { keyboard } from './journeys/keyboard.js';
import { languages } from './journeys/languages.js';
import { layout } from './journeys/layout.js';
import { pictures } from './journeys/pictures.js';
import { quarters } from './journeys/quarters.js';
import { reports } from './journeys/reports.js';
import { tracks } from './journeys/tracks.js';
import { trust } from './journeys/trust.js';
import { screenReader } from './journeys/screen-reader.js';
import { steward } from './journeys/steward.js';
import { chromiumPath, launchChromium, mustHaveChromium, NO_CHROMIUM } from './support/chromium.js';
import { type Site, startSite } from './support/site.js';

jest.setTimeout(180_000);

const suite = chromiumPath !== undefined || mustHaveChromium ? describe : describe.skip;
if (chromiumPath === undefined) it.skip(NO_CHROMIUM, () => undefined);

/** All journeys share one product, started on an empty folder, and one browser. Those that change it come last. */
suite('in the browser', () => {
  let site: Site;
  let browser: Browser;
  const ground = () => ({ site, browser });

  beforeAll(async () => {
    browser = await launchChromium();
    site = await startSite();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  // Twenty seconds on a machine of its own; here other tests run beside it.
  it('is ready soon after its start', () => {
    expect(site.readyAfter).toBeLessThan(120_000);
  });

  firstFinding(ground);
  explore(ground);
  keyboard(ground);
  layout(ground);
  languages(ground);
  accessibility(ground);
  everyPage(ground);
  screenReader(ground);
  pictures(ground);
  quarters(ground);
  hiddenValues(ground);
  access(ground);
  auditor(ground);
  trust(ground);
  tracks(ground);
  german(ground);
  reports(ground);
  audits(ground);
  steward(ground);
});

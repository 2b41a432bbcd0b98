import type { Page } from 'playwright-core';
import { open } from './visit.js';

/** Waits until every quarter of the sample is published: from then on pages name the same periods. */
export async function everyQuarter(page: Page): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    await open(page, '/');
    if ((await page.getByText('Earlier quarters of the sample are being built').count()) === 0) return;
    await page.waitForTimeout(1000);
  }
  throw new Error('the quarters of the sample were not all published');
}

/** The release of a fiscal year's last quarter has the lowest teams; it is built while the first journeys run. */
export async function quarterWithLowestTeams(page: Page): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt++) {
    await open(page, '/');
    const periods = await page
      .getByLabel('Period')
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    const found = periods.find((period) => period.endsWith('-Q4'));
    if (found !== undefined) return found;
    await page.waitForTimeout(1000);
  }
  throw new Error('no release of a fourth quarter was published');
}

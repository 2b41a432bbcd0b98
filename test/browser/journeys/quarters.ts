import { describe, expect, it } from '@jest/globals';
import { readCsv } from '../support/csv.js';
import { inWindow, marksOf } from '../support/figures.js';
import type { Ground } from '../support/ground.js';
import { quarterWithLowestTeams } from '../support/quarters.js';
import { open } from '../support/visit.js';

/** What shows once the earlier quarters of the sample are published. */
export function quarters(ground: Ground): void {
  const inManagersWindow = inWindow(ground);

  describe('a measure over the quarters', () => {
    it('is told with what moved more than chance explains', () =>
      inManagersWindow(async ({ page }) => {
        await quarterWithLowestTeams(page);
        await open(page, '/explore/participation?by=level');
        const figure = page.locator('#fig-participation-quarters');
        await figure.waitFor();
        const drawn = await figure.locator('svg [data-mark]').count();
        const moved = await figure.locator('tbody td:last-child').allInnerTexts();
        expect(moved).toHaveLength(drawn);
        expect(moved[0]).toBe('not compared');
        for (const text of moved.slice(1))
          expect(text).toMatch(/^(within chance|(higher|lower), more than chance explains|\[b\] break|not compared)$/);
        await page.getByRole('combobox', { name: 'Over the quarters' }).selectOption({ label: 'Level 2' });
        await figure.getByText(/, Level 2, 95/).waitFor();
      }));
  });

  describe('a figure over the quarters', () => {
    it('is taken along as a file with a row for each of them', () =>
      inManagersWindow(async ({ page }) => {
        await quarterWithLowestTeams(page);
        await open(page, '/explore/participation?by=level');
        const figure = page.locator('#fig-participation-quarters');
        const csv = (await figure.getByRole('link', { name: 'Download CSV' }).getAttribute('href')) ?? '';
        const rows = readCsv(await (await page.request.get(csv)).text());
        const drawn = await figure.locator('svg [data-mark]').count();
        expect(new Set(rows.map((row) => row['period'])).size).toBe(drawn);
      }));
  });

  describe('what is hidden', () => {
    it('keeps its label in chart and table, with one mark, one name and no reason', () =>
      inManagersWindow(async ({ page }) => {
        const period = await quarterWithLowestTeams(page);
        await open(page, `/explore/participation?period=${period}&by=team`);
        const figure = page.locator('#fig-parity-team');
        await figure.locator('svg [data-mark]').first().waitFor();
        const drawn = await marksOf(page, 'team');
        const hidden = figure.locator('svg [data-status="suppressed"]');
        expect(await hidden.count()).toBeGreaterThan(0);
        for (const text of await hidden.allTextContents()) expect(text).toBe('[c] hidden');
        for (const mark of drawn.filter((one) => one.status === 'suppressed')) expect(mark.value).toBeNull();
        expect(await figure.locator('tbody tr').count()).toBe(drawn.length);
        const cells = await figure.locator('td [data-status="suppressed"]').allTextContents();
        expect(new Set(cells)).toEqual(new Set(['[c]hidden']));
        const text = await page.locator('main').innerText();
        expect(text).toContain('[c] Hidden to protect people in small groups.');
        expect(text).not.toMatch(/fewer than \d|n\s*<|no data|insufficient/i);
      }));
  });
}

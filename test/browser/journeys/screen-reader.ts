import { describe, expect, it } from '@jest/globals';
import type { Ground } from '../support/ground.js';
import { go, visit } from '../support/visit.js';

/** An audit, a heatmap, the evidence of a track. */
const PAGES = [
  '/audits/2026-Q3',
  '/audits/2026-Q3/findings',
  '/explore/participation?by=team&split=level',
  '/tracks/backend-depth',
];

/** Roles that a reader stops at: without a name they say nothing. */
const NAMED = /^\s*- (button|link|textbox|combobox|checkbox|radio|img|table|region|group|heading|slider)(?! "|: .)(?=[\s:]|$)/;
/** A bare number has neither unit nor group. */
const NUMBER = /\d/;

/** What a screen reader is given, as the browser builds it; numbers differ from sample to sample, so no text is approved. */
export function screenReader(ground: Ground): void {
  describe('what a screen reader is given', () => {
    it.each(PAGES)('has a name wherever one stops, and a group beside every number: %s', async (address) => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor');
      await go(page, address);
      const lines = (await page.locator('main').ariaSnapshot()).split('\n');
      expect(lines.length).toBeGreaterThan(20);
      expect(lines.filter((line) => NAMED.test(line))).toEqual([]);
      const loose = await page.locator('main tbody tr').evaluateAll((rows) =>
        rows.flatMap((row) => {
          const table = row.closest('table');
          const heads = table?.tHead?.rows[0]?.cells.length ?? 0;
          const named = (row.querySelector('th[scope="row"]')?.textContent ?? '').trim() !== '';
          const whole =
            named && (row as HTMLTableRowElement).cells.length === heads && (table?.caption?.textContent ?? '') !== '';
          return whole ? [] : [row.textContent];
        }),
      );
      expect(loose.filter((text) => NUMBER.test(text ?? ''))).toEqual([]);
      const silent = await page
        .locator('main svg[role="img"], main svg [role="img"]')
        .evaluateAll((all) =>
          all.map((one) => one.getAttribute('aria-label') ?? '').filter((name) => !/[a-z]{3}.*(\d|hidden|not )/is.test(name)),
        );
      expect(silent).toEqual([]);
      await close();
    });
  });
}

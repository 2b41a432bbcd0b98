import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Ground } from '../support/ground.js';
import { type PAGES } from '../support/pages.js';
import { isPlain, plainTexts } from '../support/plain-text.js';
import { go, open, type Reader, visit } from '../support/visit.js';

type Address = (typeof PAGES)[number];

/** One page for everybody, and one for those who sign in; `test/prove/browser/pages.spec.ts` walks over all of them. */
const USUAL: readonly Address[] = [
  { address: '/trust', reader: null },
  { address: '/admin/tokens', reader: 'auditor' },
];

const READERS: readonly Reader[] = [null, 'auditor', 'steward', 'owner'];
const WIDTHS = [1280, 390];
const PATIENCE = 1_800_000;

/** Pages in other languages: nothing is said past the catalogue, longer words fit, and numbers and dates follow. */
export function languages(ground: Ground, pages: readonly Address[] = USUAL): void {
  describe('English in disguise', () => {
    const readers = READERS.filter((reader) => pages.some((one) => one.reader === reader));
    it.each(readers)(
      'leaves nothing plain on the pages of %s, and nothing too wide',
      async (reader) => {
        const { page, close } = await speaking(ground, reader, 'en-XA');
        const [plain, wide]: [string[], string[]] = [[], []];
        for (const { address } of pages.filter((one) => one.reader === reader)) {
          await page.setViewportSize({ width: 1280, height: 900 });
          await go(page, address);
          plain.push(...(await plainTexts(page)).map((text) => `${address}: ${text}`));
          wide.push(...(await tooWide(page)).map((width) => `${address}: ${width}`));
        }
        await close();
        expect({ plain, wide }).toEqual({ plain: [], wide: [] });
      },
      PATIENCE,
    );

    it('would find what is plain, and takes names, dates and codes for data', () => {
      expect(['Who takes part?', 'Ŵĥöö Read'].map(isPlain)).toEqual([true, true]);
      expect(['Ŵĥöö ţååķéš', 'Backend depth', '2026-Q3', '30 September 2026', 'a@b.example', 'standard/1'].map(isPlain)).toEqual(
        [false, false, false, false, false, false], // prettier-ignore
      );
    });
  });

  describe('German', () => {
    it('has decimal commas, dates in German and room for its words', async () => {
      const { page, close } = await speaking(ground, 'auditor', 'de');
      await open(page, '/trust/changes');
      const dated = await page.locator('main').innerText();
      expect(dated).toContain('Regelwerk standard/1 gilt von Anfang an.');
      expect(dated).toMatch(
        /\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4}/,
      );
      const wide = await tooWide(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      await go(page, '/explore/participation?by=level');
      const figures = await page.locator('main').innerText();
      expect(figures).toMatch(/\d,\d\d/);
      expect(figures).not.toMatch(/\d\.\d\d(?!\d)/);
      expect([...wide, ...(await tooWide(page))]).toEqual([]);
      await close();
    });
  });
}

async function speaking(ground: Ground, reader: Reader, language: string) {
  const { browser, site } = ground();
  const window = await visit(browser, site, reader, { reducedMotion: 'reduce' });
  await window.page.addInitScript(
    (wish) => localStorage.setItem('overstory-preferences', JSON.stringify({ language: wish })),
    language,
  );
  return window;
}

/** The widths at which the page scrolls sideways, once its drawings have followed. */
async function tooWide(page: Page): Promise<number[]> {
  const wide: number[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const widthNow = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    for (let look = 0; look < 20 && (await widthNow()) > width; look += 1) await page.waitForTimeout(100);
    if ((await widthNow()) > width) wide.push(width);
  }
  return wide;
}

import { describe, expect, it } from '@jest/globals';
import { axe } from '../support/axe.js';
import type { Ground } from '../support/ground.js';
import { open, visit } from '../support/visit.js';

/** What opens over a page, and what axe cannot judge: the contrast of text and marks in drawings. */
export function accessibility(ground: Ground): void {
  describe('what opens over a page', () => {
    it.each(['light', 'dark'] as const)('has no finding in the %s theme', async (colorScheme) => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor', { colorScheme });
      await open(page, '/explore/participation?by=level');
      await page.getByRole('button', { name: /^Auditor/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'How is this computed?' }).first().click();
      await page.getByRole('dialog').waitFor();
      expect(await axe(page)).toEqual([]);
      await close();
    });
  });

  describe('text in charts', () => {
    it.each(['light', 'dark'] as const)('stands out from its ground in the %s theme', async (colorScheme) => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor', { colorScheme });
      await open(page, '/explore/participation?by=level');
      await page.locator('svg [data-mark]').first().waitFor();
      const weak = await page.evaluate(contrastsInCharts);
      expect(weak.filter((one) => one.ratio < one.least)).toEqual([]);
      expect(weak.length).toBeGreaterThan(10);
      await close();
    });
  });
}

/** axe cannot judge text inside a drawing: the contrast of every text and mark against the page. */
function contrastsInCharts(): { text: string; ratio: number; least: number }[] {
  const channels = (colour: string): number[] => (/[\d.]+/g[Symbol.match](colour) ?? []).slice(0, 3).map(Number);
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = channels(colour).map((c) =>
      c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = getComputedStyle(document.body).backgroundColor;
  const ratio = (colour: string): number => {
    const [light = 0, dark = 0] = [luminance(colour), luminance(ground)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const texts = [...document.querySelectorAll('svg text')].map((one) => ({
    text: one.textContent ?? '',
    ratio: ratio(getComputedStyle(one).fill),
    least: 4.5,
  }));
  const marks = [...document.querySelectorAll('svg [data-mark] circle')].map((one) => ({
    text: 'mark',
    ratio: ratio(getComputedStyle(one).fill),
    least: 3,
  }));
  return [...texts, ...marks];
}

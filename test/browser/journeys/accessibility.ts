import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Ground } from '../support/ground.js';
import { PAGES } from '../support/pages.js';
import { open, type Reader, visit } from '../support/visit.js';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const READERS: readonly Reader[] = [null, 'auditor', 'steward'];

/** Every page, light and dark, wide and narrow, without a finding of axe. */
export function accessibility(ground: Ground): void {
  describe.each(['light', 'dark'] as const)('axe in the %s theme', (colorScheme) => {
    describe.each([1280, 390])('at %i pixels', (width) => {
      it.each(READERS)('finds nothing on the pages of %s', async (reader) => {
        const { browser, site } = ground();
        const { page, close } = await visit(browser, site, reader, { colorScheme, viewport: { width, height: 900 } });
        const findings: string[] = [];
        for (const { address } of PAGES.filter((one) => one.reader === reader)) {
          await open(page, address);
          findings.push(...(await axe(page)).map((finding) => `${address}: ${finding}`));
        }
        expect(findings).toEqual([]);
        await close();
      });
    });
  });

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

/** Rule, impact and first places of every violation. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    interface Violation {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
    }
    const run = (window as unknown as { axe: { run: (o: object) => Promise<{ violations: Violation[] }> } }).axe.run;
    const { violations } = await run({ runOnly: { type: 'tag', values: tags } });
    return violations.map(
      ({ id, impact, nodes }) =>
        `${id} (${impact}): ${nodes
          .slice(0, 2)
          .map((node) => `${node.target.join(' ')} ${node.failureSummary}`)
          .join(' | ')}`,
    );
  }, TAGS);
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

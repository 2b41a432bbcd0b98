import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Ground } from '../support/ground.js';
import { everyQuarter, quarterWithLowestTeams } from '../support/quarters.js';
import { open, visit } from '../support/visit.js';

/** Pages with hidden groups in a comparison, in a heatmap, over the quarters and in curves. */
const VIEWS = ['/explore/participation?by=team', '/explore/participation?by=team&split=level', '/outcomes/progression?by=team'];

interface WireCell {
  status?: string;
  values?: unknown;
}

/** Two answers that differ in hidden values alone are one page. */
export function hiddenValues(ground: Ground): void {
  describe('what a hidden place would have held', () => {
    it('changes no byte of a page', async () => {
      const { browser, site } = ground();
      const first = await visit(browser, site, 'auditor');
      await everyQuarter(first.page);
      const period = await quarterWithLowestTeams(first.page);
      await first.close();
      let all = 0;
      for (const view of VIEWS) {
        const [path = '', query = ''] = view.split('?');
        const address = `${path}?period=${period}&${query}`;
        const htmlWith = async (number: number | null): Promise<{ html: string; planted: number }> => {
          const { page, close } = await visit(browser, site, 'auditor');
          const plants = number === null ? { count: 0 } : await planting(page, number);
          await open(page, address);
          const html = withoutChance(await page.locator('body').evaluate((body) => body.outerHTML));
          await close();
          return { html, planted: plants.count };
        };
        const released = await htmlWith(null);
        for (const number of [3, 977]) {
          const { html, planted } = await htmlWith(number);
          all += planted;
          expect(html === released.html ? 'the same' : differenceOf(released.html, html)).toBe('the same');
        }
      }
      // Which views have hidden places depends on the draws; the lowest teams always have.
      expect(all).toBeGreaterThan(0);
    });
  });
}

/** Names of elements are drawn by lot or by the order in which parts of the page arrived; they say nothing. */
const withoutChance = (html: string): string => html.replaceAll(/mantine-[a-z0-9]{9}\b|_r_[0-9a-z]+_/g, 'name');

/** Puts values into every hidden cell of what the server answers, as a server with a fault would. */
async function planting(page: Page, number: number): Promise<{ count: number }> {
  const plants = { count: 0 };
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as unknown;
    plants.count += plantIn(json, number);
    await route.fulfill({ response, json });
  });
  return plants;
}

function plantIn(node: unknown, number: number): number {
  if (typeof node !== 'object' || node === null) return 0;
  const below = Object.values(node).reduce((sum: number, child: unknown) => sum + plantIn(child, number), 0);
  if (!Array.isArray(node)) return below;
  const cells = node as (WireCell | null)[];
  const shown = cells.find((cell) => /^shown$/i.test(cell?.status ?? ''));
  const hidden = cells.filter((cell) => /^suppressed$/i.test(cell?.status ?? ''));
  for (const cell of hidden) if (cell !== null && shown !== undefined) cell.values = withNumber(shown?.values, number);
  return below + (shown === undefined ? 0 : hidden.length);
}

/** The values of a shown cell with another number in every place. */
const withNumber = (values: unknown, number: number): unknown =>
  JSON.parse(JSON.stringify(values), (key: string, value: unknown) => (key === 'value' ? number : value));

/** Where two pages part, with a little of both. */
function differenceOf(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `${one.slice(at - 60, at + 60)} / ${other.slice(at - 60, at + 60)}`;
}

import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { readCsv } from '../support/csv.js';
import type { Ground } from '../support/ground.js';
import { COMPARED, inWindow, marksOf, toldOn } from '../support/figures.js';
import { go, open, settled } from '../support/visit.js';

/** Views whose tables are compared with their charts and their files. */
const VIEWS = ['level', 'demo_gender', 'location'] as const;

const TOPICS = [
  '/explore/participation?by=level', '/explore/matching', '/explore/experience', '/outcomes/skills', '/outcomes/autonomy',
  '/outcomes/promotion', '/outcomes/exit-themes', '/outcomes/teams',
]; // prettier-ignore

const BANNED = /\b(significant|p-value|underperform|failing|drop-?out|churn|worst|best)\b/i;

/** A figure, its table, its file and its address. */
export function explore(ground: Ground): void {
  const inManagersWindow = inWindow(ground);

  describe('a figure', () => {
    it.each(VIEWS)('by %s shows the same in chart, table and file', (by) =>
      inManagersWindow(async ({ page }) => {
        await open(page, `/explore/participation?by=${by}`);
        const figure = page.locator(`#fig-parity-${by}`);
        await figure.locator('svg [data-mark]').first().waitFor();
        const href = (await figure.getByRole('link', { name: 'Download CSV' }).getAttribute('href')) ?? '';
        const rows = readCsv(await (await page.request.get(href)).text()).filter((row) => row['statistic'] === 'rateRatio');
        const drawn = await marksOf(page, by);
        const table = await figure
          .locator('tbody tr')
          .evaluateAll((trs) =>
            trs.map((tr) => [...tr.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText.trim())),
          );
        expect(rows.length).toBeGreaterThan(1);
        expect(drawn).toHaveLength(rows.length);
        rows.forEach((row, i) => {
          const value = row['value'] ?? '';
          expect(drawn[i]).toEqual({ value: value === '' ? null : Number(value), status: drawn[i]?.status });
          expect(table[i]?.[1]?.replace('−', '-')).toContain(value === '' ? '[' : Number(value).toFixed(2));
          if (row['value_note'] === 'c') expect([drawn[i]?.status, table[i]?.[1]]).toEqual(['suppressed', '[c]\nhidden']);
        });
      }),
    );

    it('has all of its parts, and its table stands in the document whatever is shown', () =>
      inManagersWindow(async ({ page }) => {
        await open(page, '/explore/participation?by=level');
        const figures = page.locator(COMPARED);
        expect(await figures.count()).toBe(2);
        for (const figure of await figures.all()) {
          const title = await figure.locator('h2').innerText();
          expect(title.split(' ').length).toBeLessThanOrEqual(15);
          expect(await figure.innerText()).toMatch(/\d{4}/);
          for (const [role, kind] of [
            ['link', 'CSV'],
            ['link', 'XLSX'],
            ['button', 'PNG'],
            ['button', 'SVG'],
          ] as const)
            expect(await figure.getByRole(role, { name: `Download ${kind}`, exact: true }).count()).toBe(1);
          for (const name of ['Copy sentence', 'How is this computed?', 'View as table'])
            expect(await figure.getByText(name).count()).toBe(1);
        }
        await page.getByRole('button', { name: 'View as table' }).first().click();
        await page.waitForURL(/view=table/);
        await figures.locator('svg').first().waitFor({ state: 'detached' });
        expect(await figures.locator('table').count()).toBe(2);
      }));

    it.each(['/explore/participation?by=level', '/explore/participation?by=team&split=level', '/outcomes/progression'])(
      'is taken along as a picture with its words and its release, and no number that is not on the page: %s',
      (address) =>
        inManagersWindow(async ({ page }) => {
          await open(page, address);
          const figure = page.locator(COMPARED).first();
          const told = (await figure.locator('h2').innerText()).trim();
          const shown = new Set(numbersIn((await figure.textContent()) ?? ''));
          const svg = await downloaded(page, figure.getByRole('button', { name: 'Download SVG' }));
          expect(svg.name).toMatch(/-2026-q3\.svg$/);
          const text = svg.bytes.toString('utf8');
          expect(text).toContain(`<title>${told}</title>`);
          expect(text).toMatch(/Release 2026-Q3-[0-9a-f]{12}/);
          expect(text).toContain('Sample data');
          expect(text).not.toMatch(/<script|<foreignObject|href=| (data-|aria-|on)[a-z]+=/);
          expect(numbersIn(text.replace(/<[^>]*>/g, ' ')).filter((number) => !shown.has(number))).toEqual([]);
          const png = await downloaded(page, figure.getByRole('button', { name: 'Download PNG' }));
          expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
          expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
        }),
    );

    it('is taken along as a workbook', () =>
      inManagersWindow(async ({ page }) => {
        await open(page, '/explore/participation?by=level');
        for (const link of await page.getByRole('link', { name: 'Download XLSX' }).all()) {
          const href = (await link.getAttribute('href')) ?? '';
          const answer = await page.request.get(href);
          expect([href, answer.status(), (await answer.body()).subarray(0, 2).toString()]).toEqual([href, 200, 'PK']);
        }
      }));

    it('explains how it is computed, from the contract of its measure', () =>
      inManagersWindow(async ({ page }) => {
        await open(page, '/explore/participation?by=level');
        await page.getByRole('button', { name: 'How is this computed?' }).first().click();
        const dialog = page.getByRole('dialog');
        const text = await dialog.innerText();
        expect(text).toMatch(/Noise level/);
        expect(text).toMatch(/must not be used for/);
        expect(text).toMatch(/No group smaller than 5 is shown, 10 where a personal characteristic is involved/);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await page.waitForFunction(() => document.activeElement?.textContent === 'How is this computed?');
      }));
  });

  describe('every measure', () => {
    it('is read on a page of its own, with its table and its file', () =>
      inManagersWindow(async ({ page }) => {
        const addresses = new Set<string>();
        for (const topic of TOPICS) {
          await go(page, topic);
          const links = page.locator('main').getByRole('link', { name: /^See the figures|^\w/ });
          for (const link of await links.all()) {
            const { pathname } = new URL((await link.getAttribute('href')) ?? '', page.url());
            if (/^\/(explore|outcomes)\/\w+$/.test(pathname)) addresses.add(pathname);
          }
        }
        expect(addresses.size).toBeGreaterThan(30);
        const strange: string[] = [];
        for (const address of addresses) {
          await go(page, address);
          for (const figure of await page.locator('figure[data-chart]').all()) {
            const title = await figure.locator('h2').innerText();
            const whole = (await figure.locator('table tbody tr').count()) > 0 && /\d{4}/.test(await figure.innerText());
            if (title.split(' ').length > 15 || !whole) strange.push(`${address}: ${title}`);
          }
          if ((await page.locator('figure[data-chart]').count()) === 0) strange.push(`${address}: no figure`);
          if (BANNED.test(await page.locator('main').innerText())) strange.push(`${address}: a banned word`);
        }
        expect(strange).toEqual([]);
      }));

    it('that runs over time stands on a coarse grid, and its table has the numbers still followed', () =>
      inManagersWindow(async ({ page }) => {
        await open(page, '/outcomes/progression?by=level');
        const figure = page.locator('#fig-progression-level');
        const shown = figure.locator('svg[data-status="shown"]');
        for (const one of await shown.all()) {
          const steps = await one.locator('[data-at]').evaluateAll((all) => all.map((step) => step.getAttribute('data-at')));
          expect(['3', '6', '9', '12', '18', '24']).toEqual(expect.arrayContaining(steps));
        }
        expect(await figure.getByRole('columnheader', { name: 'Still followed' }).count()).toBe(1);
        const groups = await figure.locator('section h3').allInnerTexts();
        const named = await figure.locator('tbody th').allInnerTexts();
        expect(new Set(named)).toEqual(new Set(groups));
      }));
  });

  describe('what a page says', () => {
    it('is written without a banned word anywhere but in methods', () =>
      inManagersWindow(async ({ page }) => {
        for (const address of ['/', '/explore/participation?by=team', '/explore/dose?by=level', '/trust', '/trust/protection']) {
          await go(page, address);
          expect(await page.locator('main').innerText()).not.toMatch(BANNED);
        }
      }));
  });

  describe('the address', () => {
    it('holds the whole view: another window shows the same text', () =>
      inManagersWindow(async ({ page }) => {
        await open(page, '/explore/participation');
        await page.getByLabel('Compare by').selectOption('level');
        await page.getByLabel('Role').selectOption('mentor');
        await page.getByText('act as mentors').first().waitFor();
        await settled(page);
        expect(new URL(page.url()).search).toMatch(/^\?period=\d{4}-Q\d&variant=mentor&by=level$/);
        const here = await toldOn(page);
        const other = await page.context().newPage();
        await open(other, page.url());
        expect(await toldOn(other)).toEqual(here);
        await page.goBack();
        await page.getByText('act as mentors').first().waitFor({ state: 'detached' });
        expect(new URL(page.url()).searchParams.get('variant')).toBe('mentee');
        await page.goForward();
        await page.getByText('act as mentors').first().waitFor();
        await settled(page);
        expect(await toldOn(page)).toEqual(here);
      }));

    it('that was never ours still answers, with the nearest view', () =>
      inManagersWindow(async ({ page }) => {
        await open(page, '/explore/participation?period=1999-Q1&by=shoe_size&variant=everybody');
        expect(await page.getByText('We don’t know that view. Here is the nearest one.').count()).toBe(1);
        expect(await page.locator(COMPARED).count()).toBe(2);
      }));

    it('takes the period along, and nothing else', () =>
      inManagersWindow(async ({ page }) => {
        await open(page, '/explore/participation?by=level');
        const periods = await page
          .getByLabel('Period')
          .locator('option')
          .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
        const last = periods.at(-1) ?? '';
        await page.getByLabel('Period').selectOption(last);
        await settled(page);
        await page.getByRole('link', { name: 'Experience' }).click();
        await settled(page);
        expect(new URL(page.url()).search).toBe(`?period=${last}`);
      }));
  });
}

const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** What a click hands over as a file. */
async function downloaded(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

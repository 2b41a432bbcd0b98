import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Ground } from '../support/ground.js';
import { open, settled, visit } from '../support/visit.js';

/** Everything a reader does, without a pointer. */
export function keyboard(ground: Ground): void {
  describe('by keyboard alone', () => {
    it('a reader signs in, chooses a comparison, opens the explanation and comes back', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, null);
      await open(page, '/sign-in');
      await tabTo(page, (name) => name === 'E-mail');
      await page.keyboard.type('auditor@sample.example');
      await page.keyboard.press('Tab');
      await page.keyboard.type(site.accounts['auditor@sample.example'] ?? '');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/trust');
      await settled(page);

      await tabTo(page, (name) => name === 'Participation');
      await page.keyboard.press('Enter');
      await page.waitForURL(/explore/);
      await settled(page);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

      await tabTo(page, (name) => name === 'Compare by');
      await page.keyboard.type('By location');
      await page.waitForURL(/by=location/);
      await settled(page);

      await tabTo(page, (name) => name === 'How is this computed?');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.textContent === 'How is this computed?');
      await close();
    });

    it('the first stop leads past the menu to the content', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor');
      await open(page, '/');
      await page.keyboard.press('Tab');
      expect((await focused(page)).name).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
      await close();
    });

    it('every stop shows where it is, has a name, and leads on to the end', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor');
      await open(page, '/explore/participation?by=level');
      await page.locator('svg [data-mark]').first().waitFor();
      const stops = await walk(page, 200);
      expect(stops.length).toBeLessThan(200);
      expect(stops.filter((stop) => stop.name === '')).toEqual([]);
      expect(stops.filter((stop) => !stop.outlined)).toEqual([]);
      expect(stops.filter((stop) => stop.covered)).toEqual([]);
      await close();
    });

    it('the arrow keys read a chart aloud, hidden rows too', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor');
      await open(page, '/explore/participation?by=level');
      const chart = page.locator('#fig-parity-level svg.recharts-surface').first();
      await chart.focus();
      await page.keyboard.press('ArrowRight');
      const status = page.locator('#fig-parity-level [role="status"][aria-live="polite"]').first();
      await page.waitForFunction((node) => (node?.textContent ?? '') !== '', await status.elementHandle());
      expect(await status.textContent()).toMatch(/Level \d engineers|level \d engineers/);
      await close();
    });

    it('goes to any page by its name, and Escape gives the focus back', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, 'auditor');
      await open(page, '/');
      await page.getByRole('button', { name: /^Go to/ }).focus();
      await page.keyboard.press('Control+k');
      const wish = page.getByRole('combobox', { name: 'Go to a page or a measure' });
      await wish.waitFor();
      await page.keyboard.press('Escape');
      await wish.waitFor({ state: 'detached' });
      expect((await focused(page)).name).toMatch(/^Go to/);
      await page.keyboard.press('Control+k');
      await wish.fill('skill change');
      await page.keyboard.press('Enter');
      await page.waitForURL(/outcomes\/skill_change/);
      expect(complaints).toEqual([]);
      await close();
    });

    it('leaves single keys alone where the reader says so, and keeps rows low where wished', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor');
      await open(page, '/trust');
      await page.keyboard.press('?');
      await page.waitForURL(/help$/);
      await page.getByLabel('Single keys are shortcuts').uncheck();
      await page.getByLabel('Rows of tables').selectOption('compact');
      expect(
        await page
          .locator('tbody tr')
          .first()
          .evaluate((row) => row.getBoundingClientRect().height),
      ).toBeLessThan(44);
      await open(page, '/trust');
      await page.keyboard.press('?');
      expect(new URL(page.url()).pathname).toBe('/trust');
      await close();
    });
  });
}

interface Stop {
  readonly name: string;
  readonly outlined: boolean;
  readonly covered: boolean;
}

/** What has the focus: its name, whether that shows, and whether something lies over it. */
export function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    if (at === null || at === document.body) return { name: '', outlined: true, covered: false };
    const labels = (at as HTMLInputElement).labels;
    const labelled = at
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const svgTitle = at instanceof SVGElement ? at.querySelector('title')?.textContent : null;
    const name = at.getAttribute('aria-label') ?? labelled ?? labels?.[0]?.textContent ?? svgTitle ?? at.textContent ?? '';
    const style = getComputedStyle(at);
    const shell = getComputedStyle(at.closest('.mantine-Input-input') ?? at);
    const box = at.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1));
    return {
      name: name.trim(),
      outlined: [style, shell].some((one) => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2),
      covered: top !== null && !at.contains(top) && !top.contains(at),
    };
  });
}

/** Presses Tab until the wanted stop has the focus. @returns how often. */
export async function tabTo(page: Page, wanted: (name: string) => boolean): Promise<number> {
  for (let press = 1; press <= 120; press++) {
    await page.keyboard.press('Tab');
    if (wanted((await focused(page)).name)) return press;
  }
  throw new Error('the stop was never reached');
}

/** All stops from the first to the end of the page. */
async function walk(page: Page, most: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body || document.activeElement === null)) break;
    stops.push(await focused(page));
  }
  return stops;
}

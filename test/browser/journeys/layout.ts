import { describe, expect, it } from '@jest/globals';
import zlib from 'node:zlib';
import { toldOn } from '../support/figures.js';
import type { Ground } from '../support/ground.js';
import { open, visit } from '../support/visit.js';

const BUDGET = 250_000;

/** As browsers call it: 400 kilobits a second, 400 ms to and fro. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** How pages fit: narrow windows, targets, movement, other colours, paper, and the weight of the first load. */
export function layout(ground: Ground): void {
  describe('a narrow window', () => {
    it('keeps the menu behind a button that opens it', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor', { viewport: { width: 390, height: 844 } });
      await open(page, '/');
      expect(await page.getByRole('link', { name: 'Experience', exact: true }).isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('link', { name: 'Experience', exact: true }).click();
      await page.waitForURL(/explore\/experience/);
      await page.getByRole('link', { name: 'Participation', exact: true }).waitFor({ state: 'hidden' });
      await close();
    });
  });

  describe('wishes of the reader', () => {
    it('for less movement, other colours and paper leave words and shapes', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor', { reducedMotion: 'reduce', forcedColors: 'active' });
      await open(page, '/explore/participation?by=level');
      await page.locator('svg [data-mark]').first().waitFor();
      expect(await page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running').length)).toBe(0);
      expect(await page.locator('svg [data-mark] circle').count()).toBeGreaterThan(1);
      await page.emulateMedia({ media: 'print', forcedColors: 'none' });
      expect(await page.locator('nav').isVisible()).toBe(false);
      expect(await page.getByRole('note').isVisible()).toBe(true);
      expect(await page.locator('table').first().isVisible()).toBe(true);
      await close();
    });
  });

  describe('the reader’s clock', () => {
    it('moves no quarter and no date', async () => {
      const { browser, site } = ground();
      const texts: string[] = [];
      for (const timezoneId of ['Pacific/Honolulu', 'UTC', 'Pacific/Auckland']) {
        const { page, close } = await visit(browser, site, 'auditor', { timezoneId });
        await open(page, '/explore/participation?by=level');
        texts.push((await toldOn(page)).join('\n'));
        await close();
      }
      expect(new Set(texts).size).toBe(1);
    });
  });

  describe('a part that does not arrive', () => {
    it('says so in its place and comes when it is asked for again', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor');
      await page.route('**/graphql', (route) =>
        /query Tables/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
      );
      await page.goto('/explore/participation?by=level');
      await page.getByRole('alert').getByText('This part could not be loaded.').first().waitFor();
      expect(await page.locator('h1').innerText()).toBe('Who takes part?');
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: 'Try again' }).first().click();
      await page.locator('#fig-parity-level').waitFor();
      await close();
    });
  });

  describe('a slow line', () => {
    it('brings a page that can be used, in its place from the beginning', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'manager');
      const line = await page.context().newCDPSession(page);
      await line.send('Network.enable');
      await line.send('Network.emulateNetworkConditions', SLOW_3G);
      await page.goto('/', { waitUntil: 'commit' });
      // What waits says so, and the frame can be used before its page has come.
      await page.locator('[data-loading]').first().waitFor();
      await page.getByRole('navigation').getByRole('link', { name: 'Experience', exact: true }).waitFor();
      await open(page, '/');
      expect(await page.locator('h1').innerText()).toBe('Overview');
      expect(await page.evaluate(layoutShift)).toBeLessThan(0.05);
      await close();
    });
  });

  describe('the first load of the Overview', () => {
    // Of those for whom most may wait: audits to sign, tracks to decide about, drafts to publish.
    it.each(['manager', 'owner'] as const)(
      'of %s takes at most 250 kB of script, from this host alone, and moves nothing',
      async (reader) => {
        const { browser, site } = ground();
        const { page, requests, close } = await visit(browser, site, reader);
        await open(page, '/');
        const before = requests.length;
        await page.reload();
        await open(page, '/');
        expect(requests.filter((url) => new URL(url).origin !== site.base)).toEqual([]);
        const scripts = [...new Set(requests.slice(before).filter((url) => /\.js$/.test(new URL(url).pathname)))];
        let bytes = 0;
        for (const script of scripts) bytes += zlib.gzipSync(await (await page.request.get(script)).body()).length;
        expect(bytes).toBeGreaterThan(50_000);
        expect(bytes).toBeLessThan(BUDGET);
        const shift = await page.evaluate(layoutShift);
        expect(shift).toBeLessThan(0.05);
        await close();
      },
    );
  });
}

/** The sum of all layout shifts since the page began. */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 300);
  });
}

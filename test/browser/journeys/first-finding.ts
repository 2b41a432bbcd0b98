import { describe, expect, it } from '@jest/globals';
import type { Ground } from '../support/ground.js';
import { open, settled, visit } from '../support/visit.js';

/** From an empty folder to a finding with an interval. */
export function firstFinding(ground: Ground): void {
  describe('a fresh start', () => {
    it('leads to a finding with an interval in at most two clicks', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, null);
      let clicks = 0;
      await open(page, '/');
      await page.getByLabel('E-mail').fill('manager@sample.example');
      await page.getByLabel('Password', { exact: true }).fill(site.accounts['manager@sample.example'] ?? '');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      clicks += 1;
      await page.getByRole('link', { name: 'Overview' }).click();
      clicks += 1;
      // Earlier quarters of the sample are still being built beside it.
      await page
        .getByRole('heading', { name: /95\s%\sinterval \d/ })
        .first()
        .waitFor({ timeout: 20_000 });
      expect(clicks).toBeLessThanOrEqual(2);
      expect(await page.getByRole('note').innerText()).toBe('Sample data – invented organisation');
      expect(complaints).toEqual([]);
      await close();
    });

    it('shows how levels take part, in words with the group and the comparison', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'manager');
      await open(page, '/explore/participation?by=level');
      const figure = page.locator('#fig-parity-level');
      expect(await figure.innerText()).toMatch(/everyone else/);
      expect(await figure.getByRole('row', { name: /Level 2/ }).innerText()).toMatch(/\d\.\d\d to \d\.\d\d/);
      expect(await figure.locator('figcaption').innerText()).toContain('Sample data');
      await close();
    });

    it('asks who reads before it shows anything, and comes back to the wish', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, null);
      await open(page, '/explore/dose?by=level');
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      await page.getByLabel('E-mail').fill('manager@sample.example');
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.title()).toMatch(/^Error: /);
      await page.getByLabel('Password', { exact: true }).fill(site.accounts['manager@sample.example'] ?? '');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL(/explore\/dose\?by=level/);
      await settled(page);
      expect(await page.locator('h1').innerText()).toBe('Who receives how much?');
      await close();
    });

    it('answers unknown addresses kindly, the same for what is not there and what may not be seen', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'manager');
      const texts: string[] = [];
      for (const address of ['/nowhere', '/explore/nothing', '/trust/certificates/nothing']) {
        await open(page, address);
        texts.push(await page.locator('main h1').innerText());
      }
      expect(new Set(texts)).toEqual(new Set(['We don’t know that page']));
      await close();
    });
  });
}

import { describe, expect, it } from '@jest/globals';
import type { Ground } from '../support/ground.js';
import { open, visit, visitAnew } from '../support/visit.js';

/** What roles meet, and what nobody needs a role for. */
export function access(ground: Ground): void {
  describe('the trust pages', () => {
    it('are readable without an account and say what is promised', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, null);
      await open(page, '/trust');
      const text = await page.locator('main').innerText();
      expect(text).toContain('No page, file or query shows a person or who works with whom.');
      expect(text).toMatch(/never used for/);
      await open(page, '/trust/collect');
      expect(await page.locator('table').count()).toBeGreaterThan(5);
      await open(page, '/trust/access');
      expect(await page.getByRole('row', { name: /Published results/ }).innerText()).toContain('Own branch and above');
      expect(complaints).toEqual([]);
      await close();
    });

    it('let everybody try what hides a group', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, null);
      await open(page, '/trust/protection');
      const table = page.getByRole('region', { name: /invented teams/ });
      expect(await table.innerText()).not.toContain('[c]');
      await page.getByRole('slider').fill('3');
      expect(await table.locator('[data-status="suppressed"]').count()).toBe(2);
      expect(await page.getByText(/Ash and Birch are hidden/).count()).toBe(1);
      await close();
    });
  });

  describe('a page of other roles', () => {
    it('says who opens it, and nothing about what is there', async () => {
      const { browser, site } = ground();
      const { page, complaints, requests, close } = await visit(browser, site, 'manager');
      const texts: string[] = [];
      for (const address of ['/data/loads/1', '/data/loads/none', '/trust/trail']) {
        await open(page, address);
        texts.push(await page.locator('main').innerText());
      }
      expect(texts[0]).toMatch(/This page is for other roles.*signed in as engineering manager.*open to Data steward\./s);
      expect(texts[1]).toBe(texts[0]);
      expect(texts[2]).toMatch(/open to Auditor/);
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => url.includes('/api/'))).toEqual([]);
      await close();
    });

    it('is where nobody lands: each role begins with its own', async () => {
      const { browser, site } = ground();
      const landings = { manager: /audits\/2026-Q3/, owner: /tracks$/, steward: /data\/loads$/, auditor: /trust$/ } as const;
      for (const [reader, landing] of Object.entries(landings) as [keyof typeof landings, RegExp][]) {
        const { page, close } = await visit(browser, site, reader);
        await open(page, '/start');
        await page.waitForURL(landing);
        await close();
      }
    });
  });

  describe('the menu', () => {
    it('holds only what the role may see', async () => {
      const { browser, site } = ground();
      const menus: Record<string, string> = {};
      for (const reader of ['manager', 'steward', 'owner', 'auditor'] as const) {
        const { page, close } = await visit(browser, site, reader);
        await open(page, '/trust');
        menus[reader] = await page.getByRole('navigation', { name: 'Main' }).innerText();
        await close();
      }
      expect(menus['manager']).not.toMatch(/Loads|Releases/);
      expect(menus['steward']).toMatch(/Loads/);
      expect(menus['steward']).not.toMatch(/Explore/);
      expect(menus['owner']).toMatch(/Releases/);
      expect(menus['auditor']).toMatch(/Participation/);
    });

    it('gives way to signing in when the session has ended elsewhere, and comes back', async () => {
      const { browser, site } = ground();
      const { page, context, close } = await visit(browser, site, 'auditor');
      await open(page, '/explore/participation?by=level');
      await context.clearCookies();
      await page.getByLabel('Compare by').selectOption('location');
      await page.waitForURL(/sign-in\?to=.*by%3Dlocation/);
      await close();
    });

    it('leads out: after signing out nothing of the reader is left', async () => {
      const { browser, site } = ground();
      const { page, context, close } = await visitAnew(browser, site, 'auditor');
      await open(page, '/');
      await page.getByRole('button', { name: /Auditor/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.waitForURL(/sign-in/);
      await page.goBack();
      await page.waitForURL(/sign-in/);
      const stored = await context.storageState();
      expect(JSON.stringify(stored.origins)).not.toMatch(/auditor|@/);
      await close();
    });
  });
}

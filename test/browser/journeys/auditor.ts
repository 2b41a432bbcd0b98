import { describe, expect, it } from '@jest/globals';
import type { Ground } from '../support/ground.js';
import { open, settled, visit, visitAnew } from '../support/visit.js';

/** What auditors do: read the trail, and look with another role's eyes. */
export function auditor(ground: Ground): void {
  describe('an auditor', () => {
    it('finds entries by keyboard, and the address keeps what was looked for', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visitAnew(browser, site, 'auditor');
      await open(page, '/trust/trail');
      expect(await page.getByRole('region', { name: /Entries of the trail/ }).innerText()).toContain('sign-in.done');
      await page.getByLabel('Who').focus();
      await page.keyboard.type('auditor@sample.example');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Signing');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Show' }).press('Enter');
      await page.waitForURL(/\?who=auditor%40sample.example&kind=sign-in$/);
      await page.reload();
      await settled(page);
      expect(await page.getByLabel('Who').inputValue()).toBe('auditor@sample.example');
      const rows = await page.locator('tbody tr').allInnerTexts();
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toMatch(/auditor@sample\.example[\s\S]*sign-(in|out)/);
      expect(complaints).toEqual([]);
      await close();
    });

    it('is told when nothing fits, and led back', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'auditor');
      await open(page, '/trust/trail?who=nobody%40example.org');
      await page.getByText('No entry fits').waitFor();
      await page.getByRole('link', { name: 'Show all entries' }).last().click();
      await page.waitForURL(/\/trust\/trail$/);
      await page.getByRole('heading', { name: 'All entries' }).waitFor();
      await close();
    });

    it('sees every page as a role sees it, is told so, and comes back', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visitAnew(browser, site, 'auditor');
      await open(page, '/trust/access');
      await page.getByLabel('Role', { exact: true }).selectOption('employee');
      await page.getByRole('button', { name: 'See what this role sees' }).click();
      await page.getByText(/You see what this role sees/).waitFor();
      const menu = await page.getByRole('navigation', { name: 'Main' }).innerText();
      expect(menu).not.toMatch(/Audit trail|Releases/);
      await page.getByRole('button', { name: 'Back to your own role' }).click();
      await page.getByText(/You see what this role sees/).waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Audit trail' }).waitFor();
      await open(page, '/trust/trail?kind=decision');
      expect(await page.locator('main').innerText()).toContain('preview.begun');
      expect(complaints).toEqual([]);
      await close();
    });
  });

  it('readers of other roles find no trail', async () => {
    const { browser, site } = ground();
    const { page, close } = await visit(browser, site, 'steward');
    await open(page, '/trust/trail');
    expect(await page.locator('main').innerText()).toMatch(/This page is for other roles.*open to Auditor/s);
    expect(await page.getByRole('navigation', { name: 'Main' }).innerText()).not.toContain('Audit trail');
    await close();
  });
}

import { describe, expect, it } from '@jest/globals';
import { readingEase } from '../../support/reading-level.js';
import type { Ground } from '../support/ground.js';
import { open, visit } from '../support/visit.js';

/** What anybody may know, what two people decide, and what is written by itself. */
export function trust(ground: Ground): void {
  describe('the trust centre', () => {
    it('answers without an account and in plain words: what, who, how protected, never for what, choices, whom to ask', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, null);
      await open(page, '/trust');
      await page.getByRole('heading', { name: 'Your choices' }).waitFor();
      const headings = (await page.getByRole('heading', { level: 2 }).allInnerTexts()).join('\n');
      for (const answered of [
        /what we collect/i,
        /who can see/i,
        /protected/i,
        /never used for/i,
        /your choices/i,
        /contact/i,
        /how long/i,
      ])
        expect(headings).toMatch(answered);
      const lines = await page.locator('main').locator('p, li, dd, dt').allInnerTexts();
      expect(lines.length).toBeGreaterThan(40);
      expect(readingEase(lines)).toBeGreaterThanOrEqual(50);
      await open(page, '/trust/changes');
      await page.getByRole('heading', { name: 'Certificates', exact: true }).waitFor();
      expect(await page.locator('main').innerText()).toContain('Policy standard/1 holds from the beginning.');
      expect(complaints).toEqual([]);
      await close();
    });

    it('shows documents that write themselves, as pages and as files', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, 'manager');
      await open(page, '/trust/documents');
      await page.getByRole('link', { name: 'Annex for the works council', exact: true }).click();
      await page.getByRole('heading', { name: 'What they are never used for' }).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /Download as one file/ }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('works-council-annex.html');
      expect(complaints).toEqual([]);
      await close();
    });
  });

  describe('a policy', () => {
    it('is proposed by one and approved by another, and holds from the next quarter on', async () => {
      const { browser, site } = ground();
      const owner = await visit(browser, site, 'owner');
      await open(owner.page, '/trust/policies');
      await owner.page.getByLabel('Why').fill('Agreed with the works council.');
      await owner.page.getByRole('button', { name: 'Propose it' }).click();
      await owner.page.getByText('proposed, waits for a second person').waitFor();
      expect(await owner.page.getByRole('button', { name: /Approve/ }).count()).toBe(0);
      await owner.close();
      const auditor = await visit(browser, site, 'auditor');
      await open(auditor.page, '/trust/policies');
      await auditor.page.getByLabel('Why').fill('We looked at it together.');
      await auditor.page.getByRole('button', { name: 'Approve strict/1' }).click();
      await auditor.page.getByText(/holds from \d{4}-\d{2}-01 on/).waitFor();
      expect(await auditor.page.getByRole('heading', { name: /standard\/1 in force/ }).count()).toBe(1);
      expect([...owner.complaints, ...auditor.complaints]).toEqual([]);
      await auditor.close();
    });
  });
}

import { describe, expect, it } from '@jest/globals';
import type { Ground } from '../support/ground.js';
import { open, settled, visit } from '../support/visit.js';

/** From the portfolio to the evidence of a track, and a charter from its template until it is locked. */
export function tracks(ground: Ground): void {
  describe('a programme owner', () => {
    it('reads verdict and strength of a track apart, and the looks that they come from', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, 'owner');
      await open(page, '/tracks');
      expect(await page.getByRole('row').filter({ hasText: 'Security champions' }).first().innerText()).toContain('No charter');
      await page.getByRole('link', { name: 'Backend depth' }).press('Enter');
      await page.getByRole('heading', { name: 'Looks' }).waitFor();
      await settled(page);
      expect(await page.getByText('Strength of the evidence').innerText()).toMatch(/Very limited|None/);
      const looks = page.getByRole('region', { name: 'Table: Looks in the order of their quarters' });
      expect(await looks.locator('tbody tr').count()).toBe(5);
      expect(await page.getByText(/^Retire: not supported\. ./).count()).toBe(1);
      await page.getByLabel('Decision').selectOption('retire');
      await page.getByText(/The evidence does not support this: it takes effect when an executive agrees\./).waitFor();
      const propose = page.getByRole('button', { name: /^Propose: retire/ });
      expect([await propose.isDisabled(), await page.getByRole('button', { name: /^Decide:/ }).count()]).toEqual([true, 0]);
      expect(complaints).toEqual([]);
      await close();
    });

    it('asks what a cap and more mentors would change, and reads limits with every figure', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, 'owner');
      await open(page, '/supply');
      const table = page.getByRole('region', { name: /^Table: Now/ });
      await table.waitFor();
      await page.getByLabel('Mentors more, of other levels').selectOption('0');
      await page.getByText(/no mentors more/).waitFor();
      await settled(page);
      expect(await table.locator('tbody tr').count()).toBeGreaterThanOrEqual(3);
      expect(complaints).toEqual([]);
      await close();
    });

    it('sees what a charter could detect before locking it, and cannot change it after', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, 'owner');
      await open(page, '/tracks/security-champions/charter');
      await page.getByLabel('People at the first look').fill('12');
      await page.getByLabel('People more at each look').fill('0');
      await page.getByText(/^12 people are too few/).waitFor();
      await page.getByLabel('People at the first look').fill('100');
      await page.getByText(/^100 people are (not )?enough/).waitFor();
      await page.getByRole('button', { name: 'Save the draft' }).press('Enter');
      await page.getByText(/^The draft is saved/).waitFor();
      await page.getByRole('button', { name: 'Lock it' }).press('Enter');
      await page.getByRole('button', { name: 'Lock version 1' }).press('Enter');
      await page.getByRole('heading', { name: 'Version 1, in force' }).waitFor();
      expect(await page.getByText(/^sha256:[0-9a-f]{64}$/).count()).toBe(1);
      expect(complaints).toEqual([]);
      await close();
    });
  });
}

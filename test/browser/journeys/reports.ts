import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import type { Ground } from '../support/ground.js';
import { open, settled, visit } from '../support/visit.js';

/** From the wish for a report to the file in hand, its code checked without an account, and a pack that makes the next one. */
export function reports(ground: Ground): void {
  describe('reports', () => {
    it('are made, fetched and checked: of one track, as a PDF, which the built product sets in a process of its own', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, 'owner');
      await open(page, '/reports');
      await page.getByLabel('About', { exact: true }).selectOption('Track Backend depth');
      await page.getByLabel('Kind of file', { exact: true }).selectOption('pdf');
      await page.getByRole('button', { name: 'Make the report' }).press('Enter');
      // The earlier quarters of the sample may be under way: a report does not wait for them.
      await page.getByText('The report is made. It stands in the list below.').waitFor({ timeout: 60_000 });
      await settled(page);
      const made = page.getByRole('row').filter({ hasText: 'Track backend-depth' });
      const coming = page.waitForEvent('download');
      await made.getByRole('link').press('Enter');
      const file = { name: 'report.pdf', mimeType: '', buffer: fs.readFileSync(await (await coming).path()) };
      const [code = ''] = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4})+\b/.exec(await made.innerText()) ?? [];
      await close();
      const nobody = await visit(browser, site, null);
      await open(nobody.page, '/verify');
      await nobody.page.locator('input[type=file]').setInputFiles(file);
      await nobody.page.getByRole('heading', { name: 'The file is genuine and unaltered' }).waitFor();
      await open(nobody.page, `/verify?code=${code}`);
      await nobody.page.getByRole('heading', { name: `The code ${code} is genuine` }).waitFor();
      expect([...complaints, ...nobody.complaints]).toEqual([]);
      await nobody.close();
    });

    it('can be saved as a pack, and ended', async () => {
      const { browser, site } = ground();
      const { page, complaints, close } = await visit(browser, site, 'owner');
      await open(page, '/reports');
      await page.getByLabel('Name of the pack').fill('For the next board');
      await page.getByRole('button', { name: 'Save the pack' }).press('Enter');
      await page.getByRole('button', { name: 'End For the next board' }).press('Enter');
      await page.getByText('No pack is saved.').waitFor();
      expect(complaints).toEqual([]);
      await close();
    });
  });
}

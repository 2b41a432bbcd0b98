import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { Ground } from '../support/ground.js';
import { axe } from '../support/axe.js';
import { PAGES } from '../support/pages.js';
import { go, open, type Reader, settled, visit } from '../support/visit.js';

/** Names that stand nowhere but in the uploaded files. */
const PLANTED = ['canary-person-7f3a9', 'canary-mentor-51c2e', 'canary-zone-b81d4'];

const PEOPLE = [
  'person_id,effective_from,hired_on,left_on,team,level',
  `${PLANTED[0]},2026-07-01,2026-07-01,,Engineering/Platform/Cloud,2`,
  `${PLANTED[1]},2026-07-01,2019-02-01,,Engineering/Platform/Cloud,5`,
].join('\n');

const BROKEN = [
  'person_id,effective_from,hired_on,left_on,team,level,time_zone',
  `${PLANTED[0]},01.07.2026,2026-07-01,,Engineering/Platform/Cloud,2,`,
  `${PLANTED[1]},2026-07-01,2026-07-01,2020-01-01,Engineering/Platform/Cloud,2,`,
  `${PLANTED[1]},2026-07-01,2026-07-01,,Engineering/Platform/Cloud,2,${PLANTED[2]}`,
].join('\n');

const EXPORT = [
  'Employee ID;Valid;Department;Grade',
  `${PLANTED[0]};01.07.2026;Engineering/Platform/Cloud;2`,
  `${PLANTED[1]};15.07.2026;Engineering/Platform/Cloud;5`,
].join('\n');

/** From files to a published release by two people, and nothing of the files anywhere. */
export function steward(ground: Ground): void {
  describe('a data steward', () => {
    it('is told line, column and rule of what is refused, never what stands there', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'steward');
      await send(page, { 'people.csv': BROKEN });
      await page.getByText('No row was accepted').first().waitFor();
      const text = await page.locator('main').innerText();
      expect(text).toMatch(/people.*, column effective_from/);
      expect(text).toMatch(/Line 2/);
      for (const planted of PLANTED) expect(await page.content()).not.toContain(planted);
      expect(await page.getByRole('button', { name: 'Confirm this load' }).isDisabled()).toBe(true);
      const csv = await page.request.get(
        (await page.getByRole('link', { name: /Download all places/ }).getAttribute('href')) ?? '',
      );
      const file = await csv.text();
      expect(file).toMatch(/effective_from/);
      for (const planted of [...PLANTED, '01.07.2026']) expect(file).not.toContain(planted);
      await page.getByRole('button', { name: 'Discard it' }).click();
      await page.getByText('What was sent is erased at once').waitFor();
      await page.keyboard.press('Enter');
      expect(await page.getByRole('button', { name: 'Confirm this load' }).isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Discard it' }).click();
      await page.getByRole('button', { name: 'Yes, discard it' }).click();
      await page.getByText('Discarded').first().waitFor();
      await close();
    });

    it('says once what the columns of an export are, by keyboard, and no value of a person is shown meanwhile', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'steward');
      await open(page, '/data/loads');
      await page.getByLabel('Source').fill('payroll');
      await choose(page, { 'export.csv': EXPORT });
      await page.getByRole('heading', { name: 'What are these columns?' }).waitFor();
      expect(await page.getByLabel('A row of this file is').inputValue()).toBe('people');
      const text = await page.locator('main').innerText();
      expect(text).toMatch(/dates · 100\s% filled · about 2 different values/);
      for (const planted of PLANTED) expect(await page.content()).not.toContain(planted);
      expect(await axe(page)).toEqual([]);
      // What the export calls the day is unknown: the page says so, and the keyboard mends it.
      await page.getByRole('button', { name: 'Remember this and send' }).press('Enter');
      await page.getByRole('alert').getByText('say which of your columns is effective_from').waitFor();
      const day = page.getByLabel('Your column “Valid” is read as');
      await day.focus();
      await day.selectOption('effective_from');
      await page.getByRole('button', { name: 'Remember this and send' }).press('Enter');
      await page.waitForURL(/data\/loads\/\d+/, { timeout: 30_000 });
      await page
        .getByText(/2 rows added/)
        .first()
        .waitFor();
      // Next time nobody is asked.
      await open(page, '/data/loads');
      await page.getByLabel('Source').fill('payroll');
      await choose(page, { 'export.csv': EXPORT });
      await page.waitForURL(/data\/loads\/\d+/, { timeout: 30_000 });
      await close();
    });

    it('sees what a load would change, confirms it, and is told that it stays marked as sample', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'steward');
      await open(page, '/data/loads');
      expect(await page.locator('main').innerText()).toMatch(/stays marked as sample data.*until “Remove sample data”/s);
      // An upload that was broken off after its first file goes on with an archive.
      const [header = '', first = '', second = ''] = PEOPLE.split('\n');
      const begun = await page.request.post('/api/uploads?file=people.csv&source=upload', {
        headers: { 'x-overstory-request': '1', 'content-type': 'application/octet-stream' },
        data: `${header}\n${first}\n`,
      });
      const { load } = (await begun.json()) as { load: string };
      await open(page, `/data/loads/${load}`);
      await page.getByRole('heading', { name: 'Send what is missing' }).waitFor();
      await drop(page, 'export.zip', zipSync({ 'hr/people.csv': strToU8(`${header}\n${second}\n`) }));
      await page
        .getByText(/2 rows added, 0 changed/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Confirm this load' }).click();
      await page.getByRole('button', { name: 'Withdraw this load' }).waitFor();
      expect(await page.locator('main').innerText()).toContain('Confirmed');
      await close();
    });

    it('builds a release whose numbers nobody sees; the programme owner reads its certificate and publishes it', async () => {
      const { browser, site } = ground();
      const builder = await visit(browser, site, 'steward');
      await open(builder.page, '/data/releases');
      const quarter = (await builder.page.getByLabel('Quarter').locator('option').first().innerText()).trim();
      await builder.page.getByRole('button', { name: 'Build the release' }).click();
      const draft = builder.page.getByRole('heading', { name: `Draft of ${quarter}` });
      await draft.waitFor({ timeout: 90_000 });
      expect(await builder.page.getByRole('button', { name: /^Publish/ }).count()).toBe(0);
      await builder.close();

      const publisher = await visit(browser, site, 'owner');
      await open(publisher.page, '/');
      await publisher.page.getByRole('link', { name: new RegExp(`Publish the release of ${quarter}`) }).click();
      await publisher.page.getByRole('heading', { name: `Draft of ${quarter}` }).waitFor();
      await publisher.page
        .locator('article')
        .getByText(/Nothing found; \d+ checks run/)
        .waitFor();
      await publisher.page.getByRole('button', { name: `Publish ${quarter}` }).click();
      await publisher.page.getByText('No draft waits to be published.').waitFor({ timeout: 60_000 });
      await publisher.close();
    });
  });

  describe('what was planted in the files', () => {
    it.each([null, 'manager', 'steward', 'owner', 'auditor'] as Reader[])('is nowhere in what %s receives', async (reader) => {
      const { browser, site } = ground();
      const { page, context, bodies, close } = await visit(browser, site, reader);
      const pages = PAGES.filter((one) => reader !== null || one.reader === null);
      let seen = '';
      for (const { address } of pages) {
        await go(page, address);
        seen += await page.content();
      }
      seen += bodies.join('') + JSON.stringify(await context.storageState());
      expect(PLANTED.filter((planted) => seen.includes(planted))).toEqual([]);
      await close();
    });

    it('is nowhere in what the processes print', () => {
      const output = ground().site.output();
      expect(PLANTED.filter((planted) => output.includes(planted))).toEqual([]);
    });
  });

  // Whoever adds a journey after this one finds an empty installation.
  describe('the invented organisation', () => {
    it('can be emptied by the steward, who is asked first; then nothing is marked as sample any more', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'steward');
      await open(page, '/data/loads');
      const remove = page.getByRole('button', { name: 'Remove sample data' });
      expect(await remove.isDisabled()).toBe(true);
      await page.getByLabel('I want to empty this installation').check();
      await remove.click();
      await page.getByRole('note').waitFor({ state: 'detached', timeout: 60_000 });
      await open(page, '/data/loads');
      expect(await page.locator('main').innerText()).toContain('Nothing was loaded yet.');
      await close();
    });
  });
}

/** Drops a file on the page instead of choosing it. */
async function drop(page: Page, file: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, numbers]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(numbers)], name));
      return data;
    },
    [file, [...bytes]] as const,
  );
  await page.getByText('Drop CSV files here').dispatchEvent('drop', { dataTransfer: transfer });
  await page.waitForURL(/data\/loads\/\d+/, { timeout: 30_000 });
  await settled(page);
}

/** Chooses files, waits until they are sent and checked, and ends on the page of their load. */
async function send(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await open(page, '/data/loads');
  await choose(page, files);
  await page.waitForURL(/data\/loads\/\d+/, { timeout: 30_000 });
  await settled(page);
}

async function choose(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const chosen = Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${text}\n`) }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(chosen);
}

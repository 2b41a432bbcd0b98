import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { axe } from '../support/axe.js';
import type { Ground } from '../support/ground.js';
import { open, settled, visit } from '../support/visit.js';
import { tabTo } from './keyboard.js';

/** A reader without a pointer: every press is counted. */
class Keys {
  presses = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
  }

  async to(name: string | RegExp): Promise<void> {
    this.presses += await tabTo(this.page, (found) => (typeof name === 'string' ? found === name : name.test(found)));
  }

  /** Follows a link to another page, and waits for what one goes there for. */
  async follow(name: string | RegExp, to: RegExp, ready: string): Promise<void> {
    await this.to(name);
    const from = this.page.url();
    await this.press('Enter');
    await this.page.waitForURL((url) => url.href !== from && to.test(url.pathname));
    await settled(this.page);
    await this.page.locator('main').getByText(ready, { exact: true }).first().waitFor();
  }

  async saved(): Promise<void> {
    await this.page.getByText('Saved', { exact: true }).first().waitFor();
    await settled(this.page);
  }
}

/** The quarterly audit from the first step to the second signature. */
export function audits(ground: Ground): void {
  describe('the equity audit', () => {
    it('is done by keyboard alone, from the data to the signature, in at most 350 presses', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'manager');
      const keys = new Keys(page);
      await open(page, '/audits');
      await keys.press('Tab');
      await keys.press('Enter');
      await keys.follow('Q3 2026', /audits\/2026-Q3$/, '1. Check the data');
      await keys.follow('1. Check the data', /data$/, 'Yes');
      await keys.to(/^Yes$/);
      await keys.press('Space');
      await keys.saved();
      expect(await axe(page)).toEqual([]);
      await keys.follow('Review findings', /findings$/, 'Decide about the next one');
      await keys.follow('Decide about the next one', /findings\/./, 'Decision');
      const findings = await decideAll(page, keys);
      expect(findings).toBeGreaterThan(1);

      await keys.to('Agree this action');
      expect(await axe(page)).toEqual([]);
      await keys.press('Enter');
      await page.getByRole('button', { name: /^Take back/ }).waitFor();
      await keys.follow('Check your answers', /check$/, 'Go on to sign off');
      await keys.follow('Go on to sign off', /sign-off$/, 'The first of two signatures');
      await keys.to(/I have gone through/);
      await keys.press('Space');
      await keys.to(/^Sign off the audit/);
      await keys.press('Enter');
      await page.getByText('It waits for the second signature').waitFor();
      expect(keys.presses).toBeLessThanOrEqual(350);
      await close();
    });

    it('is frozen by the first signature, and countersigned by somebody else', async () => {
      const { browser, site } = ground();
      const manager = await visit(browser, site, 'manager');
      await open(manager.page, '/audits/2026-Q3/data');
      expect(await manager.page.getByRole('radio', { name: 'Yes', exact: true }).isDisabled()).toBe(true);
      await manager.close();

      const { page, close } = await visit(browser, site, 'owner');
      await open(page, '/audits/2026-Q3/sign-off');
      expect(await axe(page)).toEqual([]);
      await page.getByRole('button', { name: /^Countersign/ }).click();
      await page.getByText('Two people have signed').waitFor();
      await open(page, '/audits/2026-Q3/record');
      expect(await page.getByText(/sha256:[0-9a-f]{64}/).count()).toBe(1);
      expect(await page.locator('main').textContent()).toMatch(/as Engineering manager.*as Programme owner/s);
      expect(await page.locator('main').textContent()).not.toContain('@');
      await close();
    });

    it('has a sheet for the meeting', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'manager');
      await open(page, '/audits/2026-Q3/sheet');
      expect(await axe(page)).toEqual([]);
      expect(await page.locator('main').getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'Findings that need a word',
        'What was promised, and what came of it',
        'What is agreed now',
      ]);
      expect(await pagesOf(page)).toBe(1);
      await fillSheet(page);
      expect(await page.locator('main tbody tr').count()).toBe(10);
      expect(await pagesOf(page)).toBe(1);
      await close();
    });
  });
}

const pagesOf = async (page: Page): Promise<number> =>
  (await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true })))).numPages;

/** As much as it ever holds: ten decided findings, four actions promised and four agreed, all of them wordy. */
const fillSheet = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const body = document.querySelector<HTMLTableSectionElement>('main tbody');
    const rows = [...(body?.rows ?? [])];
    const first = rows[0];
    for (let i = rows.length; first && i < 10; i += 1) body?.append(first.cloneNode(true));
    for (const row of body?.rows ?? []) {
      const last = row.cells.item(row.cells.length - 1);
      if (last) last.textContent = 'Needs better data: too few people have said this characteristic';
    }
    const action =
      'Invite openly for every pairing in place of asking one by one (Team lead, Q4 2026): running. Cannot tell: it is hidden or has no estimate in one of the quarters. From 59 % to 63 % of everyone else.';
    for (const list of document.querySelectorAll('main section ul'))
      list.replaceChildren(
        ...Array.from({ length: 4 }, () => Object.assign(document.createElement('li'), { textContent: action })),
      );
  });

/** The first finding is acted on, the others are watched. @returns how many there were. */
async function decideAll(page: Page, keys: Keys): Promise<number> {
  for (let done = 1; done < 60; done += 1) {
    await keys.to(/^Act/);
    if (done === 1) await keys.press('Space');
    else await keys.press('ArrowDown');
    await keys.to('Reason');
    await keys.press(done === 1 ? 'T' : 'I');
    await keys.saved();
    const last = (await page.getByRole('link', { name: 'Go on to actions' }).count()) > 0;
    await keys.follow(
      /^(Next finding|Go on to actions)/,
      last ? /actions$/ : /findings\/./,
      last ? 'Agree this action' : 'Decision',
    );
    if (last) return done;
  }
  throw new Error('the findings never end');
}

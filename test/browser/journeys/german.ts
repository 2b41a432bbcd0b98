import { describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { audits } from '../../../web/src/language/german/audits.js';
import { tracks } from '../../../web/src/language/german/tracks.js';
import type { Ground } from '../support/ground.js';
import { open, visit } from '../support/visit.js';

const ROOMS: Readonly<Record<string, string>> = { ...audits, ...tracks };

/** Who chose German reads an audit and a track in German. */
export function german(ground: Ground): void {
  describe('whoever reads German', () => {
    it('reads an audit and a track with German headings and numbers, and no heading of ours in English', async () => {
      const { browser, site } = ground();
      const { page, context, complaints, close } = await visit(browser, site, 'owner');
      await speakGerman(context);
      await open(page, '/audits/2026-Q3/findings');
      expect(await headings(page)).toContain('Befunde durchgehen');
      expect(await englishOn(page)).toEqual([]);
      await open(page, '/tracks/backend-depth');
      expect(await headings(page)).toEqual(expect.arrayContaining(['Was die Belege sagen', 'Auswertungsschritte']));
      expect(await page.getByRole('region', { name: /Auswertungsschritte in der Reihenfolge/ }).innerText()).toMatch(
        /\d,\d bis \d/,
      );
      expect(await englishOn(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });
  });
}

const speakGerman = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => localStorage.setItem('overstory-preferences', '{"language":"de"}'));

const headings = (page: Page): Promise<string[]> => page.locator('main').getByRole('heading').allTextContents();

/** Headings, heads of tables, buttons and links that stand on the page as the catalogues of these rooms have them in English. */
async function englishOn(page: Page): Promise<string[]> {
  const said = await page.locator('main').locator('h1, h2, h3, th, dt, button, a, summary').allTextContents();
  return said.filter((text) => Object.hasOwn(ROOMS, text) && ROOMS[text] !== text);
}

import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Ground } from './ground.js';
import { type Visit, visit } from './visit.js';

/** The figures of the cut; the one over the quarters stands below them. */
export const COMPARED = 'figure[data-chart]:not([id$="-quarters"])';

/** What a page of figures says of its cut: quarters may still be published while it is read. */
export const toldOn = (page: Page): Promise<string[]> => page.locator(`main h1, ${COMPARED}`).allInnerTexts();

/** Works in the window of somebody who reads everything, which has nothing to complain about. */
export const inWindow =
  (ground: Ground) =>
  async (work: (visit: Visit) => Promise<void>): Promise<void> => {
    const { browser, site } = ground();
    const window = await visit(browser, site, 'auditor');
    await work(window);
    expect(window.complaints).toEqual([]);
    await window.close();
  };

/** The drawn rows of a figure's chart: released values, or none with its status. */
export async function marksOf(page: Page, by: string): Promise<{ value: number | null; status: string | null }[]> {
  const marks = page.locator(`#fig-parity-${by} svg [data-mark]`);
  return marks.evaluateAll((all) =>
    all.map((mark) => ({
      value: mark.hasAttribute('data-value') ? Number(mark.getAttribute('data-value')) : null,
      status: mark.getAttribute('data-status'),
    })),
  );
}

import type { Page } from 'playwright-core';
import { judged } from './axe.js';
import type { Ground } from './ground.js';
import { PAGES } from './pages.js';
import { go, open, type Reader, settled, visit } from './visit.js';

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly colours: 'light' | 'dark';
  /** Whether axe judges all of it, or only what another theme and width can break. */
  readonly rules: 'all' | 'looks';
}

/** What was found on the pages of one reader, each with its address. */
export interface Walk {
  readonly findings: string[];
  /** What axe cannot judge and no other test measures. */
  readonly doubts: string[];
  readonly wide: string[];
  /** Texts that are cut off, or pages that scroll sideways, where a reader sets more space between letters, words and lines. */
  readonly cramped: string[];
  readonly small: string[];
  readonly pages: number;
}

const NARROWEST = 320;
const FIRST: Look = { width: 1280, colours: 'light', rules: 'all' };

/** Every page of a reader once, each looked at in several ways before the next: loading a page costs more than looking. */
export async function walked(ground: Ground, reader: Reader, looks: readonly Look[]): Promise<Walk> {
  const { browser, site } = ground();
  const { page, close } = await visit(browser, site, reader, { reducedMotion: 'reduce' });
  const walk: Walk = { findings: [], doubts: [], wide: [], cramped: [], small: [], pages: 0 };
  const pages = PAGES.filter((one) => one.reader === reader);
  for (const [at, { address }] of pages.entries()) {
    await show(page, FIRST);
    await (at === 0 ? open(page, address) : go(page, address));
    walk.small.push(...(await smallTargets(page)).map((name) => `${address}: ${name}`));
    walk.cramped.push(...(await cramped(page)).map((name) => `${address}: ${name}`));
    await page.evaluate(styled, LAID_OUT);
    await lookAround(page, address, looks, walk);
  }
  await close();
  return { ...walk, pages: pages.length };
}

async function lookAround(page: Page, address: string, looks: readonly Look[], walk: Walk): Promise<void> {
  for (const look of looks) {
    await show(page, look);
    const { findings, doubts } = await judged(page, look.rules);
    const place = `${address} at ${look.width} px, ${look.colours}`;
    walk.findings.push(...findings.map((finding) => `${place}: ${finding}`));
    walk.doubts.push(...doubts.map((doubt) => `${place}: ${doubt}`));
  }
  await show(page, { ...FIRST, width: NARROWEST });
  const width = await narrowed(page);
  if (width > NARROWEST) walk.wide.push(`${address}: ${width}`);
}

/** How wide the page is once its drawings, which are made for a width, are made for this one. */
async function narrowed(page: Page): Promise<number> {
  const widthOf = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
  for (let look = 0; look < 20 && (await widthOf()) > NARROWEST; look += 1) await page.waitForTimeout(100);
  return widthOf();
}

/** The most that WCAG 1.4.12 lets a reader ask for. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`;

/** Axe judges rows out of sight too: a browser gives those that it has not laid out the colours of the theme before. */
const LAID_OUT = '* { content-visibility: visible !important }';

async function cramped(page: Page): Promise<string[]> {
  await page.evaluate(styled, SPACED);
  await page.evaluate(still);
  const found = await page.evaluate(cutOff);
  await page.evaluate(styled, '');
  return found;
}

/** A reader's own styles are no part of the page: its policy about styles does not stop them. */
function styled(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css === '' ? [] : [sheet];
}

/** Runs in the page. What is a picture is left out, for its table says the same; so is what only screen readers see. */
function cutOff(): string[] {
  const wider = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls sideways'] : [];
  const cuts = (value: string): boolean => value === 'hidden' || value === 'clip';
  const isCut = (one: Element): boolean => {
    const { overflowX, overflowY, display } = getComputedStyle(one);
    if (one.clientWidth <= 1 || display === 'inline' || one.closest('svg, .visually-hidden') !== null) return false;
    const tooWide = cuts(overflowX) && one.scrollWidth > one.clientWidth + 1;
    return tooWide || (cuts(overflowY) && one.scrollHeight > one.clientHeight + 1);
  };
  const cut = [...document.body.querySelectorAll('*')].filter((one) => one.textContent?.trim() !== '' && isCut(one));
  return [...wider, ...cut.map((one) => `${one.outerHTML.slice(0, 100)} is cut off`)];
}

async function show(page: Page, { width, colours }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: colours });
  await page.setViewportSize({ width, height: 900 });
  if (!page.url().startsWith('http')) return;
  await page.waitForFunction((wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted, colours);
  await settled(page);
  await page.evaluate(still);
}

/** Until nothing has changed for ten frames: drawings follow the width of their place, and themes the system's, a little later. */
async function still(): Promise<void> {
  const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  for (let same = 0, frames = 0, before = ''; same < 10 && frames < 300; frames += 1) {
    await frame();
    const now = document.documentElement.outerHTML;
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** Links inside a sentence or a table are exempt; their line is their target, and a box's label is its target. */
const smallTargets = (page: Page): Promise<string[]> =>
  page
    .locator('button:visible, select:visible, nav a:visible, input:not(.visually-hidden, [type=checkbox]):visible')
    .evaluateAll((all) =>
      all
        .map((one) => ({ name: one.outerHTML.slice(0, 80), box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name }) => name),
    );

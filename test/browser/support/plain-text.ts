import type { Page } from 'playwright-core';
import { fileDescriptions } from '../../../api/src/ingest/files/index.js';
import { FAMILIES, LOCATIONS, TEAMS, THEMES, TRACKS } from '../../../api/src/sample-organisation/design.js';
import { SAMPLE_SETTINGS } from '../../../api/src/sample-organisation/index.js';

/** Names that the sample organisation gave itself: what is typed in is never translated. */
const NAMES = [
  'Overstory',
  // Each language is called as its readers call it.
  'English',
  'Deutsch',
  'Engineering',
  ...TEAMS.flatMap(([group, teams]) => [group, ...teams.map(([team]) => team)]),
  ...LOCATIONS.map(([place]) => place),
  ...FAMILIES.map(([family]) => family),
  ...TRACKS.flatMap(({ id, name, capability }) => [id, name, capability]),
  ...THEMES,
  SAMPLE_SETTINGS.organisation,
  ...SAMPLE_SETTINGS.demographics.flatMap(({ label, why, values }) => [
    label,
    label.toLowerCase(),
    why,
    ...values.map((value) => value.label),
  ]),
  ...fileDescriptions.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
  // What cells of a choice hold, and the source of the sample's loads.
  ...fileDescriptions.flatMap(({ columns }) => columns.flatMap(({ type }) => ('of' in type ? type.of : []))),
  'sample',
];

const MONTHS = [...Array(12).keys()].flatMap((month) =>
  (['long', 'short'] as const).map((width) =>
    new Intl.DateTimeFormat('en-GB', { month: width }).format(new Date(Date.UTC(2026, month, 15))),
  ),
);

/** Codes that every language writes alike: addresses, quarters, versions, fingerprints, file names, units of files. */
const CODES = [
  /\S+@\S+/g,
  /https?:\/\/\S+/g,
  /\b\d{4}-Q\d(?:-r\d+)?\b|\bQ\d\b/g,
  /\b[0-9a-f]{8,}\b/g,
  /\b[\w-]+\/\d+\b/g,
  /\b[\w.-]+\.(?:csv|xlsx|pdf|pptx|png|svg|json|zip|ics|md)\b/g,
  /\b[a-z]+(?:[_.-][a-z]+)+\b/g,
  /\b(?:CSV|XLSX|PDF|PPTX|PNG|SVG|JSON|ICS|UTC|GMT|kB|MB|UTF-\d+)\b/g,
  /\[[cuxz]\]/g,
];

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const DATA = new RegExp(
  `(?<!\\p{L})(?:${[...new Set([...NAMES, ...MONTHS])]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?!\\p{L})`,
  'gu',
);

/** What is left of a text without names, dates and codes. */
export const withoutData = (text: string): string =>
  CODES.reduce((rest, code) => rest.replace(code, ' '), text).replace(DATA, ' ');

/** Whether words of ours stand in a text that should be in disguise: two plain letters in a row, which no disguise leaves. */
export const isPlain = (text: string): boolean => /[A-Za-z]{2}/.test(withoutData(text));

/** What a page in disguise says plainly: texts, and what only screen readers and tooltips say. */
export async function plainTexts(page: Page): Promise<string[]> {
  return [...new Set(await page.evaluate(visibleTexts))].filter(isPlain);
}

/** Every text that is shown or read out, but for code and for what is marked as somebody's own words. */
function visibleTexts(): string[] {
  const verbatim = 'code, kbd, script, style, noscript, textarea[aria-hidden], [data-verbatim]';
  const found: string[] = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (element === null || element.closest(verbatim) !== null) continue;
    if (node instanceof Element)
      for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
        found.push(node.getAttribute(name) ?? '');
    else found.push(node.textContent ?? '');
  }
  return found.map((text) => text.replace(/\s+/g, ' ').trim());
}

import { describe, expect, it } from '@jest/globals';
import crypto from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { unzipSync } from 'fflate';
import { canonicalJson } from '../../api/src/kernel/index.js';
import { MEASURES } from '../../api/src/measures/index.js';
import {
  buildReport,
  definitionOf,
  FORMAT_KEYS,
  type ReportModel,
  type ReportWish,
  writeReport,
} from '../../api/src/reports/index.js';
import { bannedIn } from '../../web/src/wording/index.js';
import { RELEASE } from './made-up.js';

const KEYS = { read: () => Buffer.alloc(32, 7) };
const source = {
  file: RELEASE,
  organisation: 'Made-up & Sons',
  measures: MEASURES,
  verifyAt: 'https://overstory.example.org/verify',
};

function reportFor(wish: Partial<ReportWish> = {}): ReportModel {
  return buildReport(source, definitionOf({ releaseId: RELEASE.release.id, audience: 'works-council', ...wish }));
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
const MADE = Object.fromEntries(
  await Promise.all(FORMAT_KEYS.map(async (key) => [key, (await writeReport(reportFor(), key, KEYS)).bytes] as const)),
) as Record<(typeof FORMAT_KEYS)[number], Buffer>;
/** Statistics of the four groups that are hidden. */
const HIDDEN = 3 + 3 + 5 + 1;

const unzipped = (file: Buffer): string[] => Object.values(unzipSync(file)).map((part) => Buffer.from(part).toString('utf8'));

describe('what a report says', () => {
  it('is told in the sentences of the pages, and none of them says more than it may', () => {
    const { summary, questions, open } = reportFor();
    expect(plain(summary[0] ?? '')).toBe('About 33 % of engineers take part as mentees, 95 % interval 28 % to 39 %.');
    expect(plain(summary[1] ?? '')).toContain('Level 1 engineers take part at about 43 % of the rate of everyone else');
    expect(questions.map(({ key, title }) => [key, plain(title)])).toEqual([
      ['participation/mentee', 'About 33 % of engineers take part as mentees'],
      ['parity/mentee', 'Level 1 engineers take part at a clearly lower rate than everyone else'],
    ]);
    expect(open.map(({ key, why }) => [key, why])).toEqual([['dose/mentee', '[c] Hidden to protect people in small groups.']]);
    const words = [...summary, ...questions.flatMap(({ title, sentences }) => [title, ...sentences])];
    expect(words.flatMap(bannedIn)).toEqual([]);
  });

  it('holds what its audience may see: no team for a board, a branch for its manager, headlines for everybody', () => {
    const groups = (wish: Partial<ReportWish>): string[] =>
      reportFor(wish).tables.flatMap(({ cells }) => cells.map(({ group }) => canonicalJson(group)));
    expect(groups({ audience: 'board' }).filter((group) => group.includes('team'))).toEqual([]);
    expect(groups({ audience: 'managers', branch: 'ops' }).filter((group) => group.includes('team'))).toEqual(['{"team":"ops"}']);
    expect(new Set(groups({ audience: 'everyone' }))).toEqual(new Set(['{}']));
    expect(canonicalJson(reportFor({ audience: 'board' }))).not.toContain('Engineering');
  });

  it('has a code that follows from everything in it', () => {
    expect(reportFor().code).toBe(reportFor().code);
    expect(reportFor().code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const other = buildReport(
      { ...source, organisation: 'Others' },
      definitionOf({ releaseId: RELEASE.release.id, audience: 'works-council' }),
    );
    expect(new Set([reportFor().code, reportFor({ audience: 'board' }).code, other.code]).size).toBe(3);
  });
});

describe('the files of a report', () => {
  it('are the same bytes whenever they are made', async () => {
    for (const format of FORMAT_KEYS) {
      const { bytes } = await writeReport(reportFor(), format, KEYS);
      expect([format, sha(bytes)]).toEqual([format, sha(MADE[format])]);
    }
  });

  it('hold every released number of the tables and the mark of every absence, in a workbook and as CSV', () => {
    const workbook = unzipped(MADE.xlsx).join('');
    const csv = unzipped(MADE.csv).join('');
    for (const number of numbersOf(RELEASE.tables)) {
      expect(workbook).toContain(`<v>${number}</v>`);
      expect(csv).toContain(`,${number},`);
    }
    expect(csv.match(/,c\r\n/g)).toHaveLength(HIDDEN);
    expect(workbook.match(/<is><t xml:space="preserve">c<\/t><\/is>/g)?.length).toBe(HIDDEN + 1);
  });

  it('run nothing, whatever a group is called', () => {
    expect(unzipped(MADE.csv).join('')).toContain("'=cmd|x");
    expect(unzipped(MADE.csv).join('')).not.toMatch(/(^|,)"?=cmd/m);
    expect(unzipped(MADE.xlsx).join('')).not.toContain('<f>');
    expect(unzipped(MADE.xlsx).join('')).not.toContain('<b>#eval');
  });

  it('name neither a person nor a machine nor a moment', () => {
    for (const format of ['xlsx', 'pdf'] as const) {
      const text = format === 'pdf' ? MADE.pdf.toString('latin1') : unzipped(MADE[format]).join('');
      expect(text).not.toMatch(/<dc:creator>|lastModifiedBy|dcterms|\/Author|\/tmp\/|\/home\//);
    }
  });
});

describe('the page', () => {
  it('says what the model says, and nothing of a name is markup', () => {
    const page = MADE.html.toString('utf8');
    const text = squeezed(
      page
        .replace(/<style>.*?<\/style>/s, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'"),
    );
    const { summary, questions, open, code } = reportFor();
    const printed = questions.flatMap(({ title, sentences, table }) => [
      title,
      ...sentences,
      ...table.rows.flatMap(({ label, cells }) => [label, ...cells]),
    ]);
    for (const said of [...summary, ...printed, ...open.map(({ why }) => why), code]) expect(text).toContain(squeezed(said));
    expect(page).not.toContain('<b>#eval');
    expect(page).not.toMatch(/<script|https?:\/\/(?!overstory\.example\.org|www\.w3\.org)/);
    expect(page.match(/<svg[^>]*role="img" aria-label="[^"]+"/g)?.length).toBe(2);
  });
});

describe('the PDF', () => {
  it('says what the model says: every sentence, every place of its tables, every mark', async () => {
    const text = squeezed((await extractText(new Uint8Array(MADE.pdf), { mergePages: true })).text);
    const { summary, questions, open, code, release } = reportFor();
    const printed = questions.flatMap(({ title, sentences, table }) => [
      title,
      ...sentences,
      ...table.rows.flatMap(({ label, cells }) => [label, ...cells]),
    ]);
    for (const said of [...summary, ...printed, ...open.map(({ why }) => why), code, release.id])
      expect(text).toContain(squeezed(said));
    expect(text).toContain(squeezed('=cmd|<b>#eval("x")</b>'));
  });

  it('is tagged: language, title, headings, tables with heads, figures with their text', async () => {
    const document = await getDocumentProxy(new Uint8Array(MADE.pdf));
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Language: 'en-GB', Title: 'Made-up & Sons: Mentoring programme, Q3 2026' });
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, i) => (await document.getPage(i + 1)).getStructTree()),
    );
    const roles = new Map<string, number>();
    const alts: string[] = [];
    for (const page of pages) walk(page, roles, alts);
    for (const role of ['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'Figure']) expect([role, roles.has(role)]).toEqual([role, true]);
    expect(alts.filter((alt) => alt === '')).toEqual([]);
    expect(plain(alts.join(' '))).toContain('Level 1: 0.43 (0.31 to 0.56)');
    expect((await document.getOutline()).map(({ title }: { title: string }) => title)).toContain('Who takes part');
    expect(MADE.pdf.toString('latin1')).toContain('/MarkInfo');
  });
});

/** Line breaks and soft spaces are the setter's. */
const squeezed = (text: string): string => text.replace(/[\s\u00a0\u200b-]+/g, '');

function walk(node: unknown, roles: Map<string, number>, alts: string[]): void {
  const { role, alt, children = [] } = (node ?? {}) as { role?: string; alt?: string; children?: unknown[] };
  if (role) roles.set(role, (roles.get(role) ?? 0) + 1);
  if (role === 'Figure') alts.push(alt ?? '');
  for (const child of children) walk(child, roles, alts);
}

const sha = (bytes: Buffer): string => crypto.createHash('sha256').update(bytes).digest('hex');

function numbersOf(tables: typeof RELEASE.tables): string[] {
  const cells = tables.flatMap((table) => table.cells);
  return cells.flatMap((cell) =>
    (cell.status === 'shown' ? Object.values(cell.values) : []).filter((v) => typeof v === 'number').map(String),
  );
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildReport, definitionOf, type ReportModel, writeReport } from '../../api/src/reports/index.js';
import { contrast } from './contrast.js';
import { RELEASE_WITH_TRACKS, SOURCE } from './made-up-records.js';

const KEYS = { read: () => Buffer.alloc(32, 7) };
const POPPLER = ['/usr/bin/pdftoppm', '/usr/local/bin/pdftoppm'].find((place) => fs.existsSync(place));
/** In continuous integration it must be there; elsewhere its absence skips these tests by name. */
const suite = POPPLER !== undefined || process.env.CI === 'true' ? describe : describe.skip;
if (POPPLER === undefined) it.skip('pages are not looked at: install Debian’s `poppler-utils`', () => undefined);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-pages-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A page as it was drawn: three bytes for each point in colour, one in grey. */
interface Drawn {
  readonly width: number;
  readonly points: Buffer;
}

async function pagesOf(model: ReportModel, ...how: string[]): Promise<Drawn[]> {
  const place = fs.mkdtempSync(path.join(folder, 'pages-'));
  fs.writeFileSync(path.join(place, 'report.pdf'), (await writeReport(model, 'pdf', KEYS)).bytes);
  const { status, stderr } = spawnSync(POPPLER ?? 'pdftoppm', [...how, path.join(place, 'report.pdf'), path.join(place, 'page')]);
  if (status !== 0) throw new Error(`not drawn: ${String(stderr)}`);
  const drawn = fs.readdirSync(place).filter((name) => /\.p[gp]m$/.test(name));
  return drawn.sort().map((name) => pointsOf(fs.readFileSync(path.join(place, name))));
}

function pointsOf(file: Buffer): Drawn {
  const [head = '', width = ''] = /^P[56]\s+(\d+)\s+\d+\s+255\s/.exec(file.subarray(0, 40).toString('latin1')) ?? [];
  return { width: Number(width), points: file.subarray(head.length) };
}

const model = buildReport(SOURCE, definitionOf({ releaseId: RELEASE_WITH_TRACKS.release.id, audience: 'works-council' }));

/** The report with other marks in its figures: what was the whole is drawn as one group among others. */
const marksAlike: ReportModel = {
  ...model,
  questions: model.questions.map((question) =>
    question.figure?.kind === 'interval'
      ? { ...question, figure: { ...question.figure, rows: question.figure.rows.map((row) => ({ ...row, total: false })) } }
      : question,
  ),
};

/** Colours of a page that are more than a speck, and not grey. */
function coloursOf({ points }: Drawn): string[] {
  const counted = new Map<string, number>();
  for (let at = 0; at + 2 < points.length; at += 3) {
    const colour = points
      .subarray(at, at + 3)
      .toString('hex')
      .toUpperCase();
    counted.set(colour, (counted.get(colour) ?? 0) + 1);
  }
  const isGrey = (colour: string): boolean => new Set(colour.match(/../g)).size === 1;
  return [...counted].filter(([colour, times]) => times > 8 && !isGrey(colour)).map(([colour]) => colour);
}

suite('pages as they are drawn', () => {
  let coloured: Drawn[];
  beforeAll(async () => {
    coloured = await pagesOf(model, '-r', '70', '-aa', 'no', '-aaVector', 'no');
  }, 60_000);

  it('have no colour that is neither seen on white paper in grey nor a ground for black letters', () => {
    const colours = [...new Set(coloured.flatMap(coloursOf))];
    expect(colours.length).toBeGreaterThan(3);
    const lost = colours.filter((one) => contrast(one, 'FFFFFF') < 3 && contrast(one, '1A2230') < 8);
    expect(lost).toEqual([]);
  });

  it('tell the whole from its groups by more than colour: black and white alone shows which it is', async () => {
    const how = ['-r', '100', '-gray'];
    const [before, after, again] = [
      await pagesOf(model, ...how),
      await pagesOf(marksAlike, ...how),
      await pagesOf(model, ...how),
    ];
    const black = ({ points }: Drawn): string => Buffer.from(points.map((grey) => (grey < 160 ? 1 : 0))).toString('latin1');
    const figures = model.questions.filter(({ figure }) => figure?.kind === 'interval' && figure.rows.some(({ total }) => total));
    const changed = before.filter((page, i) => black(page) !== black(after[i] ?? page));
    expect(changed.length).toBeGreaterThan(0);
    expect(figures.length).toBeGreaterThan(0);
    expect(before.filter((page, i) => black(page) !== black(again[i] ?? page))).toEqual([]);
  }, 60_000);
});

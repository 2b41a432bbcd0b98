import { describe, expect, it } from '@jest/globals';
import os from 'node:os';
import { extractText, getDocumentProxy } from 'unpdf';
import type { ReleasedCell, ReleaseFile } from '../../api/src/kernel/index.js';
import { MEASURES } from '../../api/src/measures/index.js';
import {
  buildReport,
  definitionOf,
  FORMAT_KEYS,
  type FormatKey,
  type ReportModel,
  writeReport,
} from '../../api/src/reports/index.js';
import { count, percent, points, ratio, written } from '../../web/src/wording/index.js';
import { RECORDS, RELEASE_WITH_TRACKS } from './made-up-records.js';
import { partsOf, wordsIn } from './office-file.js';

const KEYS = { read: () => Buffer.alloc(32, 7) };

function modelOf(file: ReleaseFile, audience = 'works-council'): ReportModel {
  const source = { file, organisation: 'Made-up & Sons', measures: MEASURES, verifyAt: null, records: RECORDS };
  return buildReport(source, definitionOf({ releaseId: file.release.id, audience, extent: 'full' }));
}

/** What lies open in a file of each kind: its words, and every part of it unpacked, workbooks inside it and metadata included. */
interface Opened {
  readonly words: string;
  readonly raw: string;
}

const office = (bytes: Buffer): Promise<Opened> => {
  const parts = [...partsOf(bytes)];
  return Promise.resolve({
    words: parts.map(([, xml]) => wordsIn(xml)).join(' '),
    raw: parts.map(([name, xml]) => `${name}\n${xml}`).join('\n'),
  });
};

/** A new format is opened here before it can be offered. */
const OPEN: Readonly<Record<FormatKey, (bytes: Buffer) => Promise<Opened>>> = {
  pdf: async (bytes) => {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { info, metadata } = await document.getMetadata();
    const { text } = await extractText(document, { mergePages: true });
    return { words: text, raw: `${text}\n${JSON.stringify(info)}\n${JSON.stringify(metadata)}\n${bytes.toString('latin1')}` };
  },
  letter: (bytes) => OPEN.pdf(bytes),
  html: (bytes) => {
    const page = bytes.toString('utf8');
    const seen = page.replace(/<style>.*?<\/style>/s, '').replace(/<!-- overstory .*$/s, '');
    return Promise.resolve({
      words: `${wordsIn(seen)} ${[...seen.matchAll(/aria-label="([^"]*)"/g)].map(([, said]) => said).join(' ')}`,
      raw: page,
    });
  },
  csv: (bytes) => {
    const raw = [...partsOf(bytes)].map(([name, text]) => `${name}\n${text}`).join('\n');
    return Promise.resolve({ words: raw, raw });
  },
  pptx: office,
  xlsx: office,
};

const opened = async (model: ReportModel): Promise<ReadonlyMap<FormatKey, Opened>> =>
  new Map(
    await Promise.all(
      FORMAT_KEYS.map(async (key) => [key, await OPEN[key]((await writeReport(model, key, KEYS)).bytes)] as const),
    ),
  );

const model = modelOf(RELEASE_WITH_TRACKS);
const files = await opened(model);
const inEach = (check: (file: Opened, key: FormatKey) => void): void => files.forEach(check);

/** What hidden places would hold, if a release held it: a count, a rate and a name that stand nowhere else. */
const PLANTED = {
  values: { eligible: 7, participants: 3, rate: 0.714_928 },
  drawn: { eligible: { value: 7, noise: 0 } },
  note: 'canary-of-hidden',
};

function planted(file: ReleaseFile): ReleaseFile {
  const plant = (cell: ReleasedCell): ReleasedCell => (cell.status === 'shown' ? cell : { ...PLANTED, ...cell });
  return { ...file, tables: file.tables.map((table) => ({ ...table, cells: table.cells.map(plant) })) };
}

describe.each(FORMAT_KEYS)('a report as %s', (format) => {
  it('is the same to the last byte, whatever its hidden places would have held', async () => {
    const [without, held] = await Promise.all(
      [RELEASE_WITH_TRACKS, planted(RELEASE_WITH_TRACKS)].map((file) => writeReport(modelOf(file), format, KEYS)),
    );
    expect(held?.bytes.equals(without?.bytes ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('every file of a report', () => {
  it('names no person, no account and no machine, in any part of it', () => {
    const machine = [os.hostname(), os.userInfo().homedir, process.cwd(), os.tmpdir()].filter((one) => one.length > 3);
    const canaries = [...machine, 'somebody', 'canary', 'creator>', 'lastModifiedBy', 'dcterms:'];
    inEach(({ raw }, key) => expect([key, canaries.filter((one) => raw.includes(one))]).toEqual([key, []]));
  });

  it('shows numbers of the release and of quarters before it, and no other', () => {
    const earlier = RECORDS.quarters.flatMap(({ tables }) => tables);
    const allowed = new Set([
      ...releasedAsWritten({ ...RELEASE_WITH_TRACKS, tables: [...RELEASE_WITH_TRACKS.tables, ...earlier] }),
      ...numbersIn([...recordWords(), ...fixedWords()].join(' ')),
    ]);
    inEach(({ words }, key) => {
      const shown = numbersIn(words).filter((one) => /[.%]/.test(one));
      expect([key, shown.length > 20]).toEqual([key, true]);
      expect([key, shown.filter((one) => !allowed.has(one))]).toEqual([key, []]);
    });
  });

  it('keeps the place and the mark of everything hidden', () => {
    const places = model.tables.flatMap(({ cells }) => cells).filter(({ status }) => status === 'suppressed').length;
    expect(places).toBeGreaterThan(3);
    for (const key of ['pdf', 'html', 'pptx'] as const)
      expect([key, (files.get(key)?.words.match(/\[c\]/g) ?? []).length >= places]).toEqual([key, true]);
    expect(files.get('csv')?.raw.match(/,c\r\n/g)?.length).toBeGreaterThanOrEqual(places);
    expect(files.get('xlsx')?.words.match(/(?<= )c(?= )/g)?.length).toBeGreaterThanOrEqual(places);
  });

  it('says nothing of teams to a board', async () => {
    for (const [key, { raw }] of await opened(modelOf(RELEASE_WITH_TRACKS, 'board')))
      expect([key, /Operations|eng\/data/.exec(raw)?.[0]]).toEqual([key, undefined]);
  });
});

/** Numbers with their decimals and percent signs, as they are read. */
const numbersIn = (text: string): string[] =>
  [...text.replace(/[\u00a0\s]+/g, ' ').matchAll(/[\u2212-]?\d[\d,]*(?:\.\d+)?(?:e-?\d+)?(?: %)?/g)].map(([number]) =>
    number.replace(/^[\u2212-]/, '').replaceAll(',', ''),
  );

/** Every released value in each way in which a page writes it, ends of intervals included. */
function releasedAsWritten({ tables }: ReleaseFile): string[] {
  const values = tables.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.status === 'shown' ? Object.values(cell.values) : [])),
  );
  return values.flatMap((value) => {
    if (typeof value !== 'number') return [];
    // A gap is told as what is missing to the whole.
    const gap = [1 - value, value - 1].map(percent);
    const forms = [
      ...gap,
      percent(value),
      ratio(value),
      count(value),
      points(value),
      written(value, 'score'),
      written(value, 'standardDeviations'),
    ];
    return numbersIn([String(value), ...forms, String(value * 100)].join(' '));
  });
}

/** What people signed and decided, with the numbers of their records. */
const recordWords = (): string[] => [
  ...model.asked,
  ...model.added.flatMap(({ paragraphs, table, figure }) => [
    ...paragraphs,
    ...(figure === null ? [] : [figure.alt]),
    ...(table?.rows ?? []).flatMap(({ label, cells }) => [label, ...cells]),
  ]),
  model.code,
];

/** The words that would stand in the report if the release showed nothing: methods, thresholds, versions, axes. */
function fixedWords(): string[] {
  const hide = ({ group }: ReleasedCell): ReleasedCell => ({ group, status: 'suppressed' });
  const file = {
    ...RELEASE_WITH_TRACKS,
    tables: RELEASE_WITH_TRACKS.tables.map((table) => ({ ...table, cells: table.cells.map(hide) })),
  };
  const { methods, protection, policy } = modelOf(file);
  const axes = ['0.33 0.5 0.8 1 1.25 2 3 0.2 5', '0 % 13 % 25 % 38 % 50 % 63 % 75 % 88 % 100 % 95 %', '1.0'];
  return [
    JSON.stringify(methods),
    JSON.stringify(protection),
    JSON.stringify(policy),
    ...axes,
    ...model.questions.flatMap(({ caveats }) => caveats),
  ];
}

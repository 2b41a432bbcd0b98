import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { buildReport, definitionOf, writeReport } from '../../api/src/reports/index.js';
import { RECORDS, RELEASE_WITH_TRACKS, SOURCE } from './made-up-records.js';
import { faultIn, partsOf, wordsIn } from './office-file.js';

const KEYS = { read: () => Buffer.alloc(32, 7) };
const model = buildReport(SOURCE, definitionOf({ releaseId: RELEASE_WITH_TRACKS.release.id, audience: 'works-council' }));
const parts = partsOf((await writeReport(model, 'pptx', KEYS)).bytes);
const like = (pattern: RegExp): [string, string][] => [...parts].filter(([name]) => pattern.test(name));
const slides = like(/^ppt\/slides\/slide\d+\.xml$/).map(([, xml]) => xml);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');

describe('a deck as a file', () => {
  it('is of well-formed parts', () => {
    expect(faultIn('<a><b c="1"/></a>')).toBeNull();
    for (const bad of ['<a><b></a>', '<a>&nbsp;</a>', '<a/><b/>', '<a b="1" b="2"/>', '<a']) expect(faultIn(bad)).not.toBeNull();
    expect([...parts].flatMap(([name, xml]) => (faultIn(xml) === null ? [] : [`${name} ${faultIn(xml) ?? ''}`]))).toEqual([]);
  });

  it('knows the kind of each part, and each relation leads to a part', () => {
    const types = parts.get('[Content_Types].xml') ?? '';
    const own = [...parts.keys()].filter((name) => !name.includes('.xlsx/') && name !== '[Content_Types].xml');
    for (const [, named] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(own).toContain(named);
    for (const name of own.filter((one) => !one.endsWith('.rels'))) expect(types).toContain(`PartName="/${name}"`);
    for (const [name, xml] of like(/^[^.]*(?:\.xml)?\.rels$|^_rels\/\.rels$/))
      for (const [, target = ''] of xml.matchAll(/Target="([^"]+)"/g)) {
        const led = path.posix.join(path.posix.dirname(path.posix.dirname(name)), target);
        expect([...parts.keys()].some((one) => one === led || one.startsWith(`${led}/`))).toBe(true);
      }
  });

  it('gives every shape of a slide a number of its own', () => {
    for (const xml of slides) {
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('a deck for whoever reads it', () => {
  it('has a title on each slide, told apart, about ten slides before the appendix, and notes beside each', () => {
    const titles = slides.map((xml) => /type="title".*?<a:t>([^<]*)</.exec(xml)?.[1] ?? '');
    expect(titles.filter((title) => title === '')).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles[0]).toBe('We ask for 3 decisions: Mentoring programme, Q3 2026');
    expect(like(/notesSlide\d+\.xml$/)).toHaveLength(slides.length);
    expect(titles.slice(0, 12)).toEqual(expect.arrayContaining(['Actions and their effect', 'Decisions asked for']));
  });

  it('says in words what every shape shows, and is lettered large enough', () => {
    for (const xml of slides) {
      const drawn = [...xml.matchAll(/<p:cNvPr ([^>]*)\/>/g)]
        .map(([, all = '']) => all)
        .filter((all) => !/name=""|name="Title"/.test(all));
      expect(drawn.filter((all) => !/descr="[^"]+"/.test(all))).toEqual([]);
      expect([...xml.matchAll(/ sz="(\d+)"/g)].filter(([, size]) => Number(size) < 1400)).toEqual([]);
    }
    const words = plain(wordsIn(slides.join('')));
    expect(words).toContain('Level 1: 0.43 (0.31 to 0.56)');
  });

  it('says method and caveats in its notes', () => {
    const notes = plain(
      like(/notesSlide\d+\.xml$/)
        .map(([, xml]) => wordsIn(xml))
        .join(' '),
    );
    for (const { caveats, subtitle } of model.questions)
      for (const said of [...caveats, subtitle]) expect(notes).toContain(plain(said));
    for (const { version } of model.methods) expect(notes).toContain(version);
  });

  it('holds each place of each table, the mark of what is hidden among them', () => {
    const words = plain(wordsIn(slides.join('')));
    for (const { table } of model.questions)
      for (const { label, cells } of table.rows) for (const said of [label, ...cells]) expect(words).toContain(plain(said));
    expect(words).toContain('[c]');
  });
});

describe('two groupings crossed on a slide', () => {
  const { heats } = model.questions.find(({ key }) => key === 'parity/mentee') ?? { heats: [] };
  const slide = slides.find((xml) => xml.includes('By level and team: ')) ?? '';
  const places = [...slide.matchAll(/<a:tc>.*?<\/a:tc>/g)].map(([place]) => place);
  const placeOf = (text: string): string => places.find((one) => plain(wordsIn(one)).trim() === text) ?? '';

  it('are a table of the program’s own with value, sign and mark at each place', () => {
    expect(heats[0]?.columns).toEqual(['Engineering', 'Operations']);
    const said = heats[0]?.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]);
    expect(said).toEqual([
      ['Level 1', '0.53 ▼▼', '1.03 ='],
      ['Level 2', '[c]', '1.57 ▲▲'],
    ]);
    for (const text of said?.flat() ?? []) expect(placeOf(text)).not.toBe('');
  });

  it('are coloured only where a verdict names a difference, and told in words in the notes', () => {
    expect(placeOf('0.53 ▼▼')).toContain('8F3A0E');
    expect(placeOf('1.57 ▲▲')).toContain('12436D');
    for (const text of ['1.03 =', '[c]']) expect(placeOf(text)).toContain('<a:noFill/></a:tcPr>');
    const notes = plain(
      like(/notesSlide\d+\.xml$/)
        .map(([, xml]) => wordsIn(xml))
        .join(' '),
    );
    expect(notes).toContain('Level 1. Engineering: 0.53 ▼▼ clearly lower; Operations: 1.03 = similar.');
  });
});

describe('the quarters of an answer on a slide', () => {
  const [, chart = ''] = like(/^ppt\/charts\/chart\d+\.xml$/).find(([, xml]) => xml.includes('<c:lineChart>')) ?? [];

  it('are a line that ends at a break and at a quarter that is hidden, each with its mark', () => {
    const [categories = ''] = /<c:cat>.*?<\/c:cat>/.exec(chart) ?? [];
    const labels = [...categories.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, label]) => label);
    expect(labels).toEqual(['Q4 2025', '[b]', 'Q1 2026', 'Q2 2026 [c]', 'Q3 2026']);
    const [values = ''] = /<c:val>.*?<\/c:val>/.exec(chart) ?? [];
    expect([...values.matchAll(/<c:pt idx="(\d)">/g)].map(([, at]) => at)).toEqual(['0', '2', '4']);
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
  });

  it('hold each limit as it was released, beside the estimate', () => {
    const { points } = model.questions.find(({ key }) => key === 'participation/mentee')?.trend ?? { points: [] };
    expect(points.map(({ value }) => value)).toEqual([101 / 409, 107 / 409, null, 137 / 411]);
    for (const { lower, upper } of points)
      for (const limit of [lower, upper]) if (limit !== null) expect(chart).toContain(`<c:v>${limit}</c:v>`);
    expect(model.questions.filter(({ trend }) => trend !== null).map(({ key }) => key)).toEqual(['participation/mentee']);
  });
});

describe('a chart of a deck', () => {
  const workbooks = like(/embeddings\/workbook\d+\.xlsx\/xl\/worksheets\//);

  it('can be edited: a chart of the program with a workbook of released values and nothing else', () => {
    expect(like(/^ppt\/charts\/chart\d+\.xml$/).length).toBeGreaterThan(0);
    expect(workbooks).toHaveLength(like(/^ppt\/charts\/chart\d+\.xml$/).length);
    const quarters = RECORDS.quarters.flatMap(({ tables }) => tables);
    const released = new Set(
      [...RELEASE_WITH_TRACKS.tables, ...quarters].flatMap(({ cells }) =>
        cells.flatMap((cell) => (cell.status === 'shown' ? Object.values(cell.values).map(String) : [])),
      ),
    );
    const numbers = workbooks.flatMap(([, xml]) => [...xml.matchAll(/<v>([^<]+)<\/v>/g)].map(([, value]) => value));
    expect(numbers.length).toBeGreaterThan(4);
    expect(numbers.filter((value) => !released.has(value ?? ''))).toEqual([]);
  });

  it('keeps the place and the mark of a group that is hidden', () => {
    const [, xml = ''] = workbooks[0] ?? [];
    expect(xml).toContain('[c] hidden');
    expect(like(/^ppt\/charts\/chart1\.xml$/)[0]?.[1]).toContain('Data [c] hidden');
  });
});

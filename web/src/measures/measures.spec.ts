import { describe, expect, it } from '@jest/globals';
import type { Cell, Measure, Table } from '../gateway/index.js';
import { bannedIn } from '../wording/index.js';
import { curveIn, curveOf } from './curves.js';
import { axisOf, depthOf, marksOf } from './marks.js';
import { panelsOf } from './panels.js';
import { comparisonsOf, estimatesOf, mainOf } from './parts.js';
import { tellingOf } from './telling.js';
import { measurePath, topicsOf } from './topics.js';

const number = (value: number) => ({ kind: 'number' as const, number: value });
const formulas = {
  rate: 'proportion',
  low: 'proportionLower',
  high: 'proportionUpper',
  ratio: 'rateRatio',
  from: 'rateRatioLower',
  to: 'rateRatioUpper',
  verdict: 'verdict',
  m: 'comparisons',
  p: 'scoreP',
  q: 'adjustedP',
};
const OF: Record<string, string[]> = { verdict: ['from', 'to', 'q'], q: ['p'], m: ['p'] };
const derived = Object.entries(formulas).map(([key, formula]) => ({ key, label: key, formula, of: OF[key] ?? ['yes', 'base'] }));
const parity = {
  key: 'parity',
  label: 'Parity',
  figure: 'forest',
  primary: 'ratio',
  variants: [{ key: 'mentee', label: 'as a mentee' }],
  values: [
    ...['rate', 'low', 'high'].map((key) => ({ key, label: key, format: 'fraction' })),
    ...['ratio', 'from', 'to'].map((key) => ({ key, label: key, format: 'ratio' })),
    { key: 'verdict', label: 'Verdict', format: 'verdict' },
    { key: 'm', label: 'Comparisons', format: 'count' },
    ...['p', 'q'].map((key) => ({ key, label: key, format: 'probability' })),
  ],
} as unknown as Measure;
const level = (value: string): Cell['group'] => [
  { dimension: 'level', dimensionLabel: 'Level', value, label: value, parent: null },
];
const shown = (value: string): Cell => ({
  group: level(value),
  status: 'shown',
  reason: null,
  values: {
    rate: number(0.2),
    ratio: number(0.58),
    from: number(0.43),
    to: number(0.78),
    m: number(24),
    verdict: { kind: 'text', text: 'clearlyLower' },
  },
});
const hidden = (value: string): Cell => ({ group: level(value), status: 'suppressed', reason: null, values: {} });
const table: Table = {
  kind: 'table', period: '2026-Q3', releaseId: 'r1', measure: 'parity', variant: 'mentee', by: ['level'], similar: { low: 0.8, high: 1.25 }, subject: 'mentees', unit: 'people',
  sample: true, cells: [shown('1'), hidden('2')], derived, hidden: 1, nearestShown: null,
}; // prettier-ignore
const period = {
  key: '2026-Q3',
  label: 'Q3 2026 (July to September)',
  startsOn: '2026-07-01',
  endsOn: '2026-09-30',
  releaseId: 'r1',
};

describe('the parts of a figure', () => {
  it('are found by the formulas that the release names', () => {
    expect(comparisonsOf(parity, derived)).toMatchObject([
      { point: 'ratio', format: 'ratio', lower: 'from', upper: 'to', verdict: 'verdict', comparisons: 'm' },
    ]);
    expect(estimatesOf(parity, derived).map(({ point, lower, upper }) => [point, lower, upper])).toEqual([
      ['rate', 'low', 'high'],
    ]);
  });

  it('keep apart estimates of one formula, each with its own interval', () => {
    const means = ['a', 'b'].flatMap((key) =>
      ['', 'Lower', 'Upper'].map((end) => ({ key: `${key}${end}`, label: key, formula: `mean${end}`, of: [`${key}Sum`] })),
    );
    const two = { ...parity, primary: 'a', values: ['a', 'b'].map((key) => ({ key, label: key, format: 'score' })) };
    expect(estimatesOf(two, means).map(({ lower, upper }) => [lower, upper])).toEqual([
      ['aLower', 'aUpper'],
      ['bLower', 'bUpper'],
    ]);
  });

  it('answer with the first estimate where the primary value is not in the table', () => {
    expect(mainOf({ ...parity, primary: 'elsewhere' }, derived).point).toBe('rate');
  });

  it('make a table that begins with what is drawn, each estimate beside its interval', () => {
    const [panel] = panelsOf(parity, table);
    expect(panel?.columns.map((column) => column.value.key)).toEqual(['ratio', 'verdict', 'rate', 'p', 'q']);
  });
});

describe('the figures of a table', () => {
  const kinds = (measure: Measure, by: string[]) =>
    panelsOf(measure, { ...table, by }).map(({ key, drawing }) => `${drawing}${key}`);

  it('follow from the contract’s kind and from what the table compares', () => {
    expect(kinds(parity, ['level'])).toEqual(['comparison']);
    expect(kinds(parity, ['team', 'level'])).toEqual(['heat']);
    const dose = { ...parity, figure: 'mean', primary: 'rate' };
    expect(kinds(dose, ['level'])).toEqual(['groups', 'comparison-compared']);
    expect(kinds(dose, [])).toEqual(['values']);
  });

  it('never read a mean as a ratio to everyone else', () => {
    const dose = { ...parity, figure: 'mean', primary: 'rate' };
    const [first, second] = panelsOf(dose, table);
    expect([first?.parts.verdict, first?.parts.point]).toEqual([null, 'rate']);
    expect([second?.parts.verdict, second?.parts.point]).toEqual(['verdict', 'ratio']);
    expect(second?.columns.map((column) => column.value.key)).toEqual(['ratio', 'verdict', 'p', 'q']);
  });
});

describe('a curve', () => {
  const points = ['by3', 'by12'];
  const curve = points.flatMap((key) => [
    ...['', 'Lower', 'Upper'].map((end) => ({ key: `${key}${end}`, label: key, formula: `curve${end}`, of: ['cases'] })),
    { key: key.replace('by', 'followed'), label: key, formula: 'followed', of: ['cases'] },
  ]);
  const steps = {
    ...parity, figure: 'curve', primary: 'by12', values: points.map((key) => ({ key, label: `Within ${key} months`, format: 'fraction' })),
  }; // prettier-ignore
  const shape = curveOf(steps, curve);

  it('stands on its coarse grid, every point with the number still followed', () => {
    expect(shape?.points.map(({ at, followed }) => [at, followed])).toEqual([
      [3, 'followed3'],
      [12, 'followed12'],
    ]);
  });

  it('keeps the panel of a hidden group and tells nothing of it', () => {
    const drawn = shape === null ? null : curveIn(hidden('2'), shape);
    expect(drawn?.points.every(({ value, followed }) => value.kind === 'absent' && followed.kind === 'absent')).toBe(true);
    expect(drawn?.sentence).toBe('Level 2 engineers: [c] Hidden to protect people in small groups.');
  });
});

describe('the marks of a figure', () => {
  const [parts = mainOf(parity, derived)] = comparisonsOf(parity, derived);
  const marks = marksOf(table, parity, parts);

  it('keep every group, hidden ones too, with its label', () => {
    expect(marks.map((mark) => [mark.label, mark.status])).toEqual([['Level 1', 'shown'], ['Level 2', 'suppressed']]); // prettier-ignore
    expect(marks[1]?.sentence).toBe('Level 2 engineers: [c] Hidden to protect people in small groups.');
  });

  it('stand on an axis that does not follow the data', () => {
    expect(axisOf(marks, parts, table).domain).toEqual(axisOf([], parts, table).domain);
  });

  it('are indented by the layers that the table holds', () => {
    const parents = new Map<string, string | null>([['eng/a', 'eng'], ['eng/a/x', 'eng/a']]); // prettier-ignore
    const at = (value: string, parent: string) => depthOf({ ...level(value)[0]!, parent }, parents);
    expect([at('eng/a', 'eng'), at('eng/a/x', 'eng/a')]).toEqual([0, 1]);
  });
});

describe('what a figure tells', () => {
  const [panel] = panelsOf(parity, table);
  if (panel === undefined) throw new Error('a table has at least one figure');
  const telling = tellingOf({ measure: parity, table, period, whole: null, panel });

  it('is a finding, its place and time, and what is hidden', () => {
    expect(telling.title).toBe('Level 1 engineers take part at a clearly lower rate than everyone else');
    expect(telling.subtitle).toContain('employed on 30 September 2026, July to September 2026');
    expect(telling.notes.join(' ')).toContain('1 of 2 results are hidden. [c] Hidden to protect people in small groups.');
    expect(telling.notes.join(' ')).toContain('Sample data');
    expect(telling.sentence).toContain('(Q3 2026 (July to September), release r1, sample data)');
  });

  it('carries no banned word', () => {
    for (const text of [telling.title, telling.rest, telling.subtitle, telling.howToRead, telling.sentence, ...telling.notes])
      expect(bannedIn(text)).toEqual([]);
  });
});

describe('topics', () => {
  const of = (key: string) => ({ ...parity, key, question: key });
  const measures = ['participation', 'parity', 'dose', 'wait', 'skill_change', 'data_quality', 'brand_new'].map(of);
  const topics = topicsOf(measures);

  it('gather the measures that belong together; one that no topic names has a place too', () => {
    expect(topics.map((topic) => [topic.key, topic.measures.map((one) => one.key)])).toEqual([
      ['participation', ['parity', 'participation']],
      ['matching', ['wait']],
      ['experience', ['dose']],
      ['skills', ['skill_change']],
      ['more', ['brand_new']],
    ]);
  });

  it('name one page for every measure', () => {
    expect(['parity', 'dose', 'skill_change', 'data_quality', 'brand_new'].map((key) => measurePath(measures, key))).toEqual([
      '/explore/participation',
      '/explore/dose',
      '/outcomes/skill_change',
      '/data/quality',
      '/explore/brand_new',
    ]);
  });
});

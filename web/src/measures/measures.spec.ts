import { describe, expect, it } from '@jest/globals';
import type { Cell, Measure, Table } from '../gateway/index.js';
import { bannedIn } from '../wording/index.js';
import { axisOf, depthOf, marksOf } from './marks.js';
import { columnsOf, partsOf } from './parts.js';
import { tellingOf } from './telling.js';
import { topicsOf } from './topics.js';

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
};
const derived = Object.entries(formulas).map(([key, formula]) => ({ key, label: key, formula, of: [] }));
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
  kind: 'table', period: '2026-Q3', releaseId: 'r1', measure: 'parity', variant: 'mentee', by: ['level'], subject: 'mentees', unit: 'people',
  sample: true, cells: [shown('1'), hidden('2')], derived, hidden: 1,
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
    expect(partsOf(parity, derived)).toEqual({
      point: 'ratio',
      format: 'ratio',
      lower: 'from',
      upper: 'to',
      verdict: 'verdict',
      comparisons: 'm',
    });
  });

  it('make a table that begins with what is drawn, each estimate beside its interval', () => {
    expect(columnsOf(parity, derived).map((column) => column.value.key)).toEqual(['ratio', 'verdict', 'rate']);
  });
});

describe('the marks of a figure', () => {
  const parts = partsOf(parity, derived);
  const marks = marksOf(table, parity, parts);

  it('keep every group, hidden ones too, with its label', () => {
    expect(marks.map((mark) => [mark.label, mark.status])).toEqual([['Level 1', 'shown'], ['Level 2', 'suppressed']]); // prettier-ignore
    expect(marks[1]?.sentence).toBe('Level 2 engineers: [c] Hidden to protect people in small groups.');
  });

  it('stand on an axis that does not follow the data', () => {
    expect(axisOf(marks, parity, parts).domain).toEqual(axisOf([], parity, parts).domain);
  });

  it('are indented by the layers that the table holds', () => {
    const parents = new Map<string, string | null>([['eng/a', 'eng'], ['eng/a/x', 'eng/a']]); // prettier-ignore
    const at = (value: string, parent: string) => depthOf({ ...level(value)[0]!, parent }, parents);
    expect([at('eng/a', 'eng'), at('eng/a/x', 'eng/a')]).toEqual([0, 1]);
  });
});

describe('what a figure tells', () => {
  const telling = tellingOf({ measure: parity, table, period, whole: null, parts: partsOf(parity, derived) });

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
  it('join parity with participation and give every other measure a page of its own', () => {
    const of = (key: string) => ({ ...parity, key, question: key });
    const topics = topicsOf([of('participation'), of('parity'), of('dose'), of('wait')]);
    expect(topics.map((topic) => [topic.key, topic.measures.map((one) => one.key)])).toEqual([
      ['participation', ['parity', 'participation']],
      ['dose', ['dose']],
      ['wait', ['wait']],
    ]);
  });
});

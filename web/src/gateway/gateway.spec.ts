import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate, visit } from 'graphql';
import { readFileSync } from 'node:fs';
import { seriesFiles, tableFiles } from './addresses.js';
import type { Measure } from './catalogue.js';
import { numberOf, readStatus } from './cell.js';
import { readTable, readValue } from './decode.js';
import * as audits from './audits.js';
import * as documents from './documents.js';
import * as reports from './reports.js';
import { readPoint, SERIES } from './series.js';
import * as tracks from './tracks.js';

const isText = (one: unknown): one is string => typeof one === 'string';

const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'));

const measure = (key: string, values: readonly string[]): Measure => ({
  key,
  label: key,
  question: '',
  field: key,
  unit: 'people',
  figure: 'forest',
  variants: [{ key: 'mentee', label: 'as a mentee' }],
  primary: values[0] ?? '',
  values: values.map((value) => ({ key: value, label: value, format: 'ratio' })),
  notFor: [],
  counterMeasure: '',
  method: '',
  population: '',
  numerator: '',
  denominator: '',
  interval: '',
  whenThereIsNoAnswer: '',
  source: '',
});
const parity = measure('parity', ['rateRatio', 'rateRatioLower', 'rateRatioUpper', 'verdict']);
const dose = measure('dose', ['mean', 'meanLower', 'meanUpper']);
const request = (one: Measure) => ({ measure: one, period: '2026-Q3', variant: 'mentee', by: ['level'] });

/** Fields as the server counts them: the client adds `__typename` to every selection but the outermost. */
function fieldsIn(query: string): number {
  let fields = -1;
  visit(parse(query), { Field: () => void (fields += 1), SelectionSet: () => void (fields += 1) });
  return fields;
}

const valid = (query: string): string[] => validate(schema, parse(query)).map((error) => error.message);

describe('documents', () => {
  it('of the catalogue’s measures fit the server’s schema', () => {
    const { query, variables } = documents.tablesDocument([request(parity), request(dose)]);
    expect(valid(query)).toEqual([]);
    expect(variables).toEqual({ p0: '2026-Q3', v0: 'mentee', b0: ['level'], p1: '2026-Q3', v1: 'mentee', b1: ['level'] });
  });

  it('of a series fits it, and a hidden quarter holds nothing', () => {
    expect(valid(SERIES)).toEqual([]);
    const values = [{ key: 'rate', released: { value: 0.2 }, change: null }];
    const words = { team: null, moved: [], breaks: [] };
    const wire = { period: '2026-Q3', releaseId: 'r', status: 'suppressed', reason: null, ...words, restates: null, values };
    expect(readPoint(wire).values).toEqual({});
    expect(readPoint({ ...wire, status: 'notPlanned' }).status).toBe('notCollected');
    expect(readPoint({ ...wire, status: 'shown' }).values).toEqual({ rate: { kind: 'number', number: 0.2 } });
  });

  it('that stand ready fit it too', () => {
    const fixed = [documents, audits, reports, tracks].flatMap((of) => Object.values<unknown>(of)).filter(isText);
    expect(fixed.length).toBeGreaterThan(20);
    const work = [
      documents.askFor('confirmLoad', 'id'),
      documents.askFor('buildRelease', 'period'),
      documents.askFor('removeSampleData', null),
    ];
    for (const query of [...fixed, ...work]) expect(valid(query)).toEqual([]);
  });

  it('refuse names that are none', () => {
    expect(() => documents.tablesDocument([request(measure('parity', ['a } secret { b']))])).toThrow(RangeError);
  });

  it('are split so that none is too large, in their order', () => {
    const wide = measure(
      'parity',
      Array.from({ length: 19 }, (_, i) => `v${i}`),
    );
    const batches = documents.batchesOf(Array.from({ length: 12 }, () => request(wide)));
    expect(batches.flat()).toHaveLength(12);
    for (const batch of batches) expect(fieldsIn(documents.tablesDocument(batch).query)).toBeLessThan(600);
    expect(batches.length).toBeLessThan(5);
    expect(documents.batchesOf([])).toEqual([]);
  });
});

describe('answers', () => {
  it('drop the values of a cell that is not shown', () => {
    const table = readTable({
      __typename: 'ParityTable',
      cells: [{ group: [], status: 'SUPPRESSED', values: { rateRatio: { value: 0.5 } } }],
    });
    expect(table.kind === 'table' && table.cells[0]?.values).toEqual({});
  });

  it('name every absence', () => {
    expect(readValue({ value: 0.5, text: null, absent: null })).toEqual({ kind: 'number', number: 0.5 });
    expect(readValue({ value: null, text: 'similar', absent: null })).toEqual({ kind: 'text', text: 'similar' });
    expect(readValue({ value: null, text: null, absent: 'protection' })).toEqual({ kind: 'absent', reason: 'protection' });
    expect(readValue({ value: Number.NaN })).toEqual({ kind: 'absent', reason: 'notEstimable' });
    expect(readStatus('NOT_ESTIMABLE')).toBe('notEstimable');
    expect(readStatus('SOMETHING_NEW')).toBe('suppressed');
  });

  it('say why there is no table', () => {
    expect(readTable({ __typename: 'TooNarrow', message: 'm', alternatives: [] }).kind).toBe('tooNarrow');
    expect(readTable({ __typename: 'NotPublished', message: 'm' }).kind).toBe('notPublished');
  });

  it('keep a zero apart from an absence', () => {
    const cell = { group: [], status: 'shown' as const, reason: null, values: { a: { kind: 'number' as const, number: 0 } } };
    expect(numberOf(cell, 'a')).toBe(0);
    expect(numberOf(cell, 'b')).toBeNull();
  });
});

describe('addresses of files', () => {
  it('name the cut of a table', () => {
    expect(tableFiles('2026-Q3', 'parity', 'mentee', ['team', 'level'])).toEqual({
      csv: '/api/releases/2026-Q3/tables/parity/mentee/team%2Blevel.csv',
      xlsx: '/api/releases/2026-Q3/tables/parity/mentee/team%2Blevel.xlsx',
    });
    expect(tableFiles('2026-Q3', 'dose', 'mentee', []).csv).toBe('/api/releases/2026-Q3/tables/dose/mentee/organisation.csv');
  });

  it('name the group of a series', () => {
    expect(seriesFiles('dose', 'mentee', []).xlsx).toBe('/api/releases/series/dose/mentee.xlsx');
    expect(seriesFiles('dose', 'mentee', [{ dimension: 'tenure', value: '4+' }]).csv).toBe(
      '/api/releases/series/dose/mentee.csv?tenure=4%2B',
    );
  });
});

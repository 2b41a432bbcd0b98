import { describe, expect, it } from '@jest/globals';
import { attack } from '../../../api/src/disclosure/index.js';
import { FORMULAS, type Formula, type ReleaseFile } from '../../../api/src/kernel/index.js';
import { answersOf, fileOfFormulas } from '../../attack/support/formulas.js';
import {
  cellsOf,
  isShown,
  planted,
  written,
  type LooseCell,
  type LooseFile,
  type LooseTable,
} from '../../attack/support/plant.js';

const derivedFindings = (file: ReleaseFile): { where: string; evidence: string }[] =>
  attack([file])
    .findings.filter(({ rule }) => rule === 'derived')
    .map(({ where, evidence }) => ({ where, evidence }));

const worlds = [1, 2, 3, 7].map(fileOfFormulas);
const seen = worlds.reduce((all, file) => answersOf(file, all), new Map<string, number>());

/** What worlds of any size have to meet, beside a number of every formula. */
const ABSENCES: readonly string[] = [
  ...['proportion', 'share', 'rateRatio', 'scoreZ', 'impactRatio', 'mean', 'meanRatio', 'differenceOfMeans', 'standardizedMean'],
  ...['regressionToMean', 'curve', 'curveRatio', 'oddsRatio', 'riskDifference', 'modelEstimate', 'eValue', 'verdict'],
].map((formula) => `${formula} protection`);
const OTHERS: readonly string[] = [
  'otherRate noContrast',
  'curve noContrast',
  'curveRatio noContrast',
  'gini noContrast',
  'rateRatio unbounded',
  'rateRatioUpper unbounded',
  'meanRatio unbounded',
  'eValue unbounded',
  'homogeneityP tooFew',
  'gini tooFew',
  'oddsRatio heterogeneous',
  'pooling heterogeneous',
  'pooling notTested',
  'pooling pooled',
];

describe('the formulas of the file, written twice', () => {
  it('agree on cells of every size, on numbers and on why there are none', () => {
    for (const file of worlds) expect(derivedFindings(file)).toEqual([]);
  });

  it('are all met with a number, and every absence is met', () => {
    const words: readonly Formula[] = ['verdict', 'pooling'];
    const numbers = FORMULAS.filter((formula) => !words.includes(formula)).map((formula) => `${formula} number`);
    expect([...numbers, ...ABSENCES, ...OTHERS].filter((answer) => !seen.has(answer))).toEqual([]);
  });
});

type Value = readonly [table: LooseTable, cell: LooseCell, name: string];

/** For every formula the first value that fits and from which no p and no verdict starts: a fault in it is one fault. */
function firstOf(file: LooseFile, fits: (value: unknown) => boolean): Map<Formula, Value> {
  const found = new Map<Formula, Value>();
  for (const table of file.tables) {
    const starts = new Set(Object.values(table.derived).flatMap(({ by, of }) => (/^(adj|comp|verdict)/.test(by) ? of : [])));
    for (const cell of (table.cells as unknown as LooseCell[]).filter(isShown))
      for (const [name, { by }] of Object.entries(table.derived))
        if (!found.has(by) && !starts.has(name) && fits(cell.values[name])) found.set(by, [table, cell, name]);
  }
  return found;
}

const placeOf = ([{ measure, variant, breakdown }, { group }, name]: Value): string =>
  `${measure}/${variant}/${breakdown.join('+')} {${Object.entries(group)
    .map(([key, value]) => `${key}=${value}`)
    .join(',')}} ${name}`;

describe('a fault in one value of every formula', () => {
  // Findings of one rule are listed up to fifty; the formulas are planted in parts.
  const parts = [0, 1, 2].map((part) => FORMULAS.filter((_, i) => i % 3 === part));

  it.each(parts)('is found: a millionth off, %s and so on', (...formulas) => {
    const places: string[] = [];
    const file = planted(worlds[0]!, (copy) => {
      const values = firstOf(copy, (value) => typeof value === 'number' && Math.abs(value) > 1e-4);
      for (const formula of formulas) {
        const value = values.get(formula);
        if (!value) continue;
        const [, cell, name] = value;
        cell.values[name] = written((cell.values[name] as number) * (1 + 1e-6));
        places.push(placeOf(value));
      }
    });
    expect(places.length).toBeGreaterThan(15);
    const found = new Set(derivedFindings(file).map(({ where }) => where));
    expect(places.filter((place) => !found.has(place))).toEqual([]);
  });

  it.each(parts)('is found: another reason for having no answer, %s and so on', (...formulas) => {
    const places: string[] = [];
    const file = planted(worlds[1]!, (copy) => {
      const values = firstOf(copy, (value) => typeof value === 'object');
      for (const formula of formulas) {
        const value = values.get(formula);
        if (!value) continue;
        const [, cell, name] = value;
        // A value that passes a reason on has to have another than the value that it starts from.
        cell.values[name] = { absent: 'notEstimable', reason: formula.startsWith('eValue') ? 'quality' : 'notConverged' };
        places.push(placeOf(value));
      }
    });
    expect(places.length).toBeGreaterThan(8);
    const found = new Set(derivedFindings(file).map(({ where }) => where));
    expect(places.filter((place) => !found.has(place))).toEqual([]);
  });
});

describe('a formula that says another thing than was computed', () => {
  const TABLE = 'formulas/all/level';
  const changes: readonly (readonly [name: string, by: Formula, parameters: Readonly<Record<string, number>>])[] = [
    ['another point of a curve', 'curve', { points: 3, competing: 0, at: 1 }],
    ['competing events that are none', 'curve', { points: 3, competing: 1, at: 2 }],
    ['another reliability', 'regressionToMean', { low: 0, high: 10, reliability: 0.7 }],
    ['other values of bins', 'gini', { value1: 0, value2: 1, value3: 2.5, value4: 4, value5: 8 }],
    ['no exponential', 'modelEstimate', { exponential: 0 }],
    ['another range', 'standardizedMean', { low: 0, high: 20, cap: 1 }],
  ];

  it.each(changes)('is found: %s', (_name, by, parameters) => {
    const file = planted(worlds[0]!, (copy) => {
      const table = copy.tables.find(
        ({ measure, variant, breakdown }) => `${measure}/${variant}/${breakdown.join('+')}` === TABLE,
      )!;
      const derivation = Object.values(table.derived).find((one) => one.by === by)!;
      derivation.parameters = { ...parameters };
    });
    expect(derivedFindings(file).some(({ where }) => where.startsWith(TABLE))).toBe(true);
  });

  it('is found: another number of counted cases', () => {
    const file = planted(worlds[0]!, (copy) => {
      for (const table of copy.tables)
        for (const derivation of Object.values(table.derived))
          if (derivation.by === 'impactRatio' && derivation.parameters) derivation.parameters = { yes: 1 };
    });
    expect(derivedFindings(file).length).toBeGreaterThan(0);
  });

  it('is found: a comparison within the organisation', () => {
    const file = planted(worlds[0]!, (copy) => {
      const whole = copy.tables.find(({ breakdown }) => breakdown.length === 0)!;
      whole.derived['curveP'] = { by: 'curveP', of: [], against: 'everyoneElse' };
      cellsOf(copy, 'formulas/all/')[0]!.values['curveP'] = 1;
    });
    const told = derivedFindings(file).map(({ evidence }) => evidence);
    expect(told).toContain('compares the organisation with everyone else');
  });
});

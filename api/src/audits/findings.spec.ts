import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ReleasedCell, type ReleasedTable, type Verdict, VERDICTS } from '../kernel/index.js';
import { comparisonsIn, comparisonKey } from './comparisons.js';
import { EQUITY_FAMILY } from './equity-family.js';
import { FINDING_CLASSES, findingsOf } from './findings.js';
import { comparisonOfKey } from './judged.js';

const DIMENSIONS = [
  { key: 'level', label: 'Level', kind: 'ordered', sensitivity: 'open', values: [] },
  { key: 'track', label: 'Track', kind: 'nominal', sensitivity: 'secret', values: [] },
] as const;
const similar = { low: 0.8, high: 1.25 };

const table = (measure: string, cells: ReleasedCell[], breakdown = ['level']): ReleasedTable => ({
  ...{
    measure,
    variant: 'v',
    breakdown,
    unit: 'people',
    subject: 's',
    special: false,
    bases: [],
    scales: {},
    derived: {},
    cells,
  },
});
const shown = (level: string, values: Record<string, number | string>): ReleasedCell => ({
  group: { level },
  status: 'shown',
  drawn: {},
  values,
});
const parity = (level: string, verdict: Verdict, ratio = 1) =>
  shown(level, {
    verdict,
    rateRatio: ratio,
    rateRatioLower: 0.5,
    rateRatioUpper: 2,
    adjustedP: 0.01,
    comparisons: 9,
    rate: 0.2,
    otherRate: 0.3,
  });
const findings = (...tables: ReleasedTable[]) => findingsOf(comparisonsIn({ tables, dimensions: DIMENSIONS, similar }));

describe('findings', () => {
  it('take the verdict that was released, whatever the limits beside it would say', () => {
    const [finding] = findings(table('parity', [parity('1', 'clearly_lower')]));
    expect(finding).toMatchObject({
      class: 'clear-gap',
      needsWord: true,
      outcome: { kind: 'compared', verdict: 'clearly_lower' },
    });
  });

  it('need a word where a group takes part less, and where it carries more', () => {
    const load = shown('2', {
      verdict: 'higher_unsure',
      meanRatio: 1.4,
      meanRatioLower: 1.1,
      meanRatioUpper: 1.8,
      adjustedP: 0.01,
      comparisons: 4,
    });
    const [carries] = findings(table('load', [load]));
    expect(carries).toMatchObject({ class: 'gap-of-uncertain-size', needsWord: true });
    const [more] = findings(table('parity', [parity('1', 'clearly_higher')]));
    expect(more).toMatchObject({ class: 'other-way-round', needsWord: false });
  });

  it('are ordered by class and inside it as the programme orders its groups, never by a value', () => {
    const cells = [
      parity('3', 'similar', 0.9),
      parity('1', 'clearly_lower', 0.7),
      { group: { level: '2' }, status: 'suppressed' } as const,
      parity('0', 'clearly_lower', 0.2),
    ];
    expect(findings(table('parity', cells)).map(({ group }) => group['level'])).toEqual(['1', '0', '3', '2']);
  });

  it('do not change their order or words when what is hidden would have been another number', () => {
    const verdict = fc.constantFrom(...VERDICTS);
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 6 }), fc.nat(5), (verdicts, at) => {
        const hidden: ReleasedCell = { group: { level: 'h' }, status: 'suppressed' };
        const cells = verdicts.map((one, i) => parity(String(i), one));
        const found = findings(table('parity', [...cells.slice(0, at), hidden, ...cells.slice(at)]));
        expect(found.at(-1)).toMatchObject({ class: 'hidden', outcome: { kind: 'suppressed', reason: null } });
        expect(found.slice(0, -1)).toEqual(findings(table('parity', cells)));
      }),
    );
  });

  it('judge odds ratios by the same rule, their p from the limits and adjusted inside the family', () => {
    // ln 0.5 and limits 0.4 to 0.625: a standard error of 0.114, z = 6.1; of 0.9 (0.7 to 1.157) z = 0.82.
    const odds = (level: string, oddsRatio: number, oddsRatioLower: number, oddsRatioUpper: number) =>
      shown(level, { oddsRatio, oddsRatioLower, oddsRatioUpper, matchedShare: 0.4 });
    const found = findings(table('matching_given_fit', [odds('1', 0.5, 0.4, 0.625), odds('2', 0.9, 0.7, 1.157)]));
    expect(found.map((one) => one.outcome.kind === 'compared' && [one.outcome.verdict, one.outcome.comparisons])).toEqual([
      ['clearly_lower', 2],
      ['cannot_tell', 2],
    ]);
    const second = found[1]?.outcome;
    expect(second?.kind === 'compared' && second.adjustedP).toBeCloseTo(0.4107, 3);
  });

  it('leave out what is no group of people: tracks, and how places were given', () => {
    expect(
      findings(table('parity', [parity('1', 'clearly_lower')], ['track']), table('parity', [parity('1', 'similar')], [])),
    ).toEqual([]);
  });

  it('say why a shown cell has no verdict', () => {
    const cell = { ...shown('1', {}), values: { verdict: { absent: 'notEstimable', reason: 'noContrast' } } } as ReleasedCell;
    expect(findings(table('parity', [cell]))[0]).toMatchObject({ class: 'no-estimate', outcome: { reason: 'noContrast' } });
  });

  it('have keys that lead back to them', () => {
    const name = { measure: 'funnel', variant: 'requests', step: 'third', group: { team: 'a/b & c', level: '1' } };
    expect(comparisonOfKey(comparisonKey(name))).toEqual(name);
    expect(comparisonOfKey('pulse.x:level=1')).toBeNull();
    expect(comparisonOfKey('funnel.requests.fourth:level=1')).toBeNull();
  });

  it('know a class for every verdict', () => {
    for (const verdict of VERDICTS)
      expect(FINDING_CLASSES).toContain(findings(table('parity', [parity('1', verdict)]))[0]?.class);
    expect(EQUITY_FAMILY.map(({ measure }) => measure)).toEqual(expect.arrayContaining(['parity', 'dose', 'load', 'endings']));
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ReleasedTable } from '../kernel/index.js';
import { tableAsCsv, tableFileName } from './table-as-csv.js';

const table: ReleasedTable = {
  measure: 'parity',
  variant: 'mentee',
  breakdown: ['level'],
  unit: 'people',
  subject: 'mentees',
  special: false,
  bases: [{ of: ['eligible'] }],
  scales: {},
  derived: {
    rate: { by: 'proportion', of: ['participants', 'eligible'] },
    lower: { by: 'proportionLower', of: ['participants', 'eligible'] },
    upper: { by: 'proportionUpper', of: ['participants', 'eligible'] },
    rateRatio: { by: 'rateRatio', of: ['participants', 'eligible'], against: 'everyoneElse' },
    rateRatioLower: { by: 'rateRatioLower', of: ['participants', 'eligible'], against: 'everyoneElse' },
    rateRatioUpper: { by: 'rateRatioUpper', of: ['participants', 'eligible'], against: 'everyoneElse' },
    verdict: { by: 'verdict', of: ['rateRatioLower', 'rateRatioUpper', 'rateRatio'] },
  },
  cells: [
    {
      group: { level: '=1+1' },
      status: 'shown',
      drawn: {},
      values: {
        rate: 0.25,
        lower: 0.1,
        upper: 0.5,
        rateRatio: 0.5,
        rateRatioLower: 0.2,
        rateRatioUpper: { absent: 'notEstimable', reason: 'unbounded' },
        verdict: 'cannot_tell',
      },
    },
    { group: { level: '2' }, status: 'suppressed' },
    { group: { level: '3' }, status: 'notEstimable', reason: 'protection' },
  ],
};

const dimensions = [
  {
    key: 'level',
    label: 'Level',
    kind: 'ordered' as const,
    sensitivity: 'open' as const,
    values: [
      { key: '=1+1', label: '=1+1' },
      { key: '2', label: 'Level "two", senior' },
    ],
  },
];

const csv = tableAsCsv({ period: '2026-Q3', releaseId: '2026-Q3-0123456789ab', sample: true, table, dimensions });
const lines = csv.split('\r\n');

describe('a table as CSV', () => {
  it('begins with the mark of UTF-8 and one header row', () => {
    expect(csv.startsWith('\uFEFFperiod,release,sample,measure,variant,level,level_label,statistic,value,interval_low')).toBe(
      true,
    );
  });

  it('has one row for every group and statistic, intervals and verdict beside their value', () => {
    expect(lines).toHaveLength(1 + 3 * 2 + 1);
    expect(lines[1]).toBe("2026-Q3,2026-Q3-0123456789ab,yes,parity,mentee,'=1+1,'=1+1,rate,0.25,0.1,0.5,,");
    expect(lines[2]).toContain(',rateRatio,0.5,0.2,,cannot_tell,');
  });

  it('leaves hidden values empty and says c, in every row of the group', () => {
    expect(lines[3]).toBe('2026-Q3,2026-Q3-0123456789ab,yes,parity,mentee,2,"Level ""two"", senior",rate,,,,,c');
    expect(lines[4]?.endsWith('rateRatio,,,,,c')).toBe(true);
    expect(lines[5]?.endsWith('rate,,,,,u')).toBe(true);
  });

  it('guards texts against being run as formulas, and no number', () => {
    expect(lines[1]).toContain(",'=1+1,");
    const negative = { ...table, cells: [{ ...table.cells[0], values: { rate: -0.5 } }] } as unknown as ReleasedTable;
    expect(tableAsCsv({ period: '2026-Q3', releaseId: 'r', sample: false, table: negative, dimensions })).toContain(
      ',rate,-0.5,',
    );
  });

  it('is named after the measure, the cut and the quarter', () => {
    expect(tableFileName({ period: '2026-Q3', table }, 'csv')).toBe('parity-mentee-level-2026-q3.csv');
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { type Cohort, parsePeriod, type ReleaseFile } from '../../api/src/kernel/index.js';
import { parseSettings } from '../../api/src/governance/index.js';
import { buildRelease, exportRelease, publishRelease } from '../../api/src/releases/index.js';
import { readCohort } from '../../api/src/releases/read-cohort.js';
import { cox } from '../../api/src/statistics/index.js';
import { send } from '../ingest/support/loading.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { exactTable } from './support/organisation.js';

/*
 * The Stanford heart transplant programme (Crowley and Hu 1977): who lives long enough receives a heart. Counted as
 * treated from the first day, patients who received one seem to die at a quarter of the others' rate, because all the time
 * they had to survive for it is credited to the transplant. Counted as treated from the day of the operation on, there is
 * no such effect: the hazard ratio is 1.136 (R, coxph on survival::heart).
 *
 * Here a patient is an employee, a transplant is mentoring and death is a promotion. Times are doubled, so that they are
 * whole days; hazard ratios do not change.
 */
interface Heart {
  readonly name: string;
  readonly input: {
    readonly starts: readonly number[];
    readonly stops: readonly number[];
    readonly events: readonly number[];
    readonly covariates: readonly (readonly [number])[];
  };
  readonly expected: { readonly coefficients: readonly [number]; readonly standardErrors: readonly [number] };
}
const { input, expected } = (JSON.parse(fs.readFileSync(path.resolve('test/golden/r/cox.json'), 'utf8')) as Heart[]).find(
  ({ name }) => name === 'heart transplant alone',
)!;

interface Patient {
  readonly transplantedOn?: number;
  readonly until: number;
  readonly died: boolean;
}

/** A row that begins where the one before ended is the same patient's, after the operation. */
function patients(): Patient[] {
  const found: Patient[] = [];
  input.stops.forEach((stop, i) => {
    const [until, died] = [2 * stop, input.events[i] === 1];
    const [start, transplanted] = [2 * input.starts[i]!, input.covariates[i]![0] === 1];
    if (!transplanted) found.push({ until, died });
    else if (start === 0) found.push({ transplantedOn: 0, until, died });
    else found.push({ ...found.pop()!, transplantedOn: start, until, died });
  });
  return found;
}

const day = (days: number): string => new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10);
const csv = (header: string, lines: readonly string[]): string => [header, ...lines, ''].join('\n');

function files(all: readonly Patient[]): Record<string, string> {
  return {
    'people.csv': csv(
      'person_id,effective_from,hired_on,left_on',
      all.map(({ until, died }, i) => `p${i},${day(0)},${day(0)},${died ? '' : day(until)}`),
    ),
    'tracks.csv': csv('track_id,name', ['t,Transplantation']),
    'participations.csv': csv(
      'relationship_id,track_id,person_id,role,started_on',
      all.flatMap(({ transplantedOn: on }, i) => (on === undefined ? [] : [`r${i},t,p${i},mentee,${day(on)}`])),
    ),
    'progressions.csv': csv(
      'person_id,occurred_on,kind,from_rank,to_rank',
      all.flatMap(({ until, died }, i) => (died ? [`p${i},${day(until)},promotion,1,2`] : [])),
    ),
  };
}

const PERIOD = '2020-Q1';
const all = patients();
let installation: TestInstallation;
let cohort: Cohort;

beforeAll(async () => {
  installation = await freshInstallation();
  await send(installation, files(all));
  cohort = await readCohort(installation.pool('curator'), parsePeriod(PERIOD), 1, parseSettings({}));
});

describe('immortal time', () => {
  it('is the whole of the effect that a naive comparison finds', () => {
    expect([all.length, all.filter(({ transplantedOn }) => transplantedOn !== undefined).length]).toEqual([103, 69]);
    const naive = cox({
      stops: all.map(({ until }) => until),
      events: all.map(({ died }) => Number(died)),
      covariates: all.map(({ transplantedOn }) => [transplantedOn === undefined ? 0 : 1]),
    });
    expect(naive.kind === 'estimated' && naive.value.hazardRatios[0]).toBeCloseTo(0.27, 2);
  });

  it('is not in the estimate that goes into protection', () => {
    const { statistics } = exactTable(cohort, 'promotion_comparison', { variant: 'over_time' })!.cells[0]!;
    const exact = (name: string): number => statistics[name]!.exact.value;
    expect(exact('logHazardRatio')).toBeCloseTo(expected.coefficients[0], 8);
    expect(Math.exp(exact('logHazardRatio'))).toBeCloseTo(1.136, 3);
    expect(Math.exp(exact('logHazardRatioError'))).toBeCloseTo(expected.standardErrors[0], 8);
    // An arm's people are all who spend time in it: 34 never received a heart, and all but those who received it on the
    // first day waited.
    const first = all.filter(({ transplantedOn }) => transplantedOn === 0).length;
    expect([exact('mentored'), exact('others')]).toEqual([69, 103 - first]);
    expect([exact('mentoredStepped'), exact('othersStepped')]).toEqual([45, 30]);
  });

  it('is not in the released estimate, which lies within its own noise of that', async () => {
    const curator = installation.pool('curator');
    const { id } = await buildRelease(curator, installation.keys, { period: PERIOD, builtBy: 'steward' });
    await publishRelease(curator, { id, by: 'owner' });
    const file = JSON.parse(await exportRelease(installation.pool('reader'), id)) as ReleaseFile;
    const table = file.tables.find(
      ({ measure, variant, breakdown }) =>
        measure === 'promotion_comparison' && variant === 'over_time' && breakdown.length === 0,
    );
    const [cell] = table!.cells;
    if (cell?.status !== 'shown') throw new Error('the organisation is not shown');
    const { value, noise } = cell.drawn.logHazardRatio!;
    const { hazardRatio, hazardRatioLower, hazardRatioUpper } = cell.values;
    expect(Math.abs(value - expected.coefficients[0])).toBeLessThan(4 * noise);
    expect(noise).toBeLessThan(0.35);
    expect(hazardRatio).toBeCloseTo(Math.exp(value), 9);
    expect(hazardRatioLower).toBeLessThan(1);
    expect(hazardRatioUpper).toBeGreaterThan(1);
  });
});

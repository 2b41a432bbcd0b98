import {
  chooseNoiseLevel,
  breakdownName,
  evidenceOf,
  finestFirst,
  measureExposure,
  protect,
  type SubjectExposure,
  type Told,
  withinBudget,
} from '../../../api/src/disclosure/index.js';
import { type DisclosurePolicy, STANDARD_POLICY, type StatisticRelease } from '../../../api/src/kernel/index.js';
import { chance } from './chance.js';
import { isIn, type Organisation, organisation, type Person, planOf, quarterLater } from './organisation.js';

/** What became of one quarter's release. */
export interface Quarter {
  readonly noiseLevel: number;
  readonly leftOut: readonly string[];
  readonly shown: number;
  readonly subjects: readonly SubjectExposure[];
}

export interface Installation {
  readonly size: number;
  readonly quarters: number;
  /** Numbers on the subject `mentees` in every cell of participation, and in every cell of the tables with limits. */
  readonly draws: number;
  readonly policy?: DisclosurePolicy;
  /** Only these subjects are measured; all, if left out. */
  readonly subjects?: (name: string) => boolean;
}

/** Builds a release a quarter, each within the budget that the earlier ones left. */
export function* live({ size, quarters, draws, policy = STANDARD_POLICY, subjects }: Installation): Generator<Quarter> {
  const random = chance(size);
  let now = organisation(random, size);
  const history: Told[] = [];
  for (let period = 0; period < quarters; period += 1) {
    const release = planned(now, draws, period % 4 === 3);
    const members = membersIn(now.people);
    const people = Math.max(...now.people.map(({ id }) => id)) + 1;
    const first = { ...policy, noiseLevel: chooseNoiseLevel(size, policy) };
    const quarter = withinBudget(first, finestFirst(release.tables), ({ noiseLevel, leftOut }) => {
      const attempt = {
        ...release,
        tables: release.tables.filter(({ breakdown }) => !leftOut.includes(breakdownName(breakdown))),
      };
      const secret = { key: new Uint8Array(32).fill(2), release: `${period} at ${noiseLevel} without ${leftOut.length}` };
      const all = evidenceOf(attempt, { ...policy, noiseLevel }, secret, members);
      const told = { period, evidence: new Map([...all].filter(([name]) => subjects?.(name) ?? true)) };
      const measured = measureExposure(told, history, people, { policy });
      const tables = protect(attempt, { ...policy, noiseLevel }, secret);
      const shown = tables.flatMap(({ cells }) => cells).filter(({ status }) => status === 'shown').length;
      return { told, shown, subjects: measured, fits: measured.every(({ fits }) => fits) };
    });
    history.push(quarter.told);
    yield quarter;
    now = quarterLater(random, now);
  }
}

/** Participation by the whole plan; everything else as one measure with its limits, in fewer tables. */
function planned(now: Organisation, draws: number, year: boolean): StatisticRelease {
  const other = planOf(now, { measure: 'other', minimumOpen: 30, minimumSpecialBase: 50, draws });
  const coarse = other.filter(({ breakdown }) => breakdown.length < 2 && !['location', 'tenure'].includes(breakdown[0] ?? ''));
  return { dimensions: now.dimensions, tables: [...planOf(now, { year }), ...coarse] };
}

function membersIn(people: readonly Person[]): (group: Readonly<Record<string, string>>) => number[] {
  const known = new Map<string, number[]>();
  return (group) => {
    const name = JSON.stringify(Object.entries(group).sort());
    const found = known.get(name) ?? people.filter((person) => isIn(person, group)).map(({ id }) => id);
    known.set(name, found);
    return found;
  };
}

export function greatest(quarters: readonly Quarter[], permanent: boolean, over: 'release' | 'history'): number {
  const all = quarters.flatMap(({ subjects }) => subjects.filter(({ subject }) => subject.includes('=') === permanent));
  return all.reduce((most, one) => Math.max(most, one[over].greatest), 0);
}

import { DEFAULT_PLAN } from '../../../api/src/governance/index.js';
import type { CaseRow, Cohort, Dimension, ReleaseFile } from '../../../api/src/kernel/index.js';
import { dimensionsOf, people, type Person } from './organisation.js';
import { release, type Wanted } from './release.js';

/** A release of every measure that there is, from populations whose numbers mean nothing, by people who are there. */

const TRACKS = ['a', 'b', 'c'];

/** A number from 0 to 1 that hangs on nothing but its name. */
function told(...names: readonly unknown[]): number {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(names)) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

const trackOf = (person: number): string => TRACKS[person % TRACKS.length]!;

type Tallies = Cohort['tallies'][string];

/** Populations that give rows of the whole beside rows by track. */
const ROLLED_UP = /^(skill_change|skill_kept|self_judgement|progression|novel_situations)/;

/** A number of a person is one number in all populations: measures ask the same of them. Half of the people have none. */
function tallies(everyone: readonly Person[]): Cohort['tallies'] {
  const numberOf = (person: number, name: string): number => {
    const counted = told(person) > 0.5 && told(person, name) < 0.4 ? 1 : 0;
    // Values lie far enough apart for a mean to say something.
    return /square/i.test(name) ? 400 * counted : counted;
  };
  const rows = (mentors: (person: number) => number, byTrack: boolean): Tallies =>
    everyone.map(({ open, special }, person) => ({
      open,
      special,
      secret: byTrack ? { track: trackOf(person) } : {},
      numbers: new Proxy<Record<string, number>>(
        {},
        { get: (_, name) => (name === 'mentors' ? mentors(person) : numberOf(person, String(name))) },
      ),
    }));
  const own = (person: number): number => numberOf(person, 'mentors');
  const relationships = rows(own, true);
  const rolledUp = [...rows(own, false), ...relationships];
  // Whose load is asked is who takes part as a mentor.
  const load = rows((person) => (everyone[person]!.mentor === 'yes' ? 1 : 0), true);
  const of = (name: string): Tallies => (ROLLED_UP.test(name) ? rolledUp : name.startsWith('load') ? load : relationships);
  return new Proxy<Cohort['tallies']>({}, { get: (_, name) => of(String(name)) });
}

/** Cases of models, of the whole and of those mentored in a track. */
function cases(everyone: readonly Person[]): Cohort['cases'] {
  const all = everyone.map(({ open }, person): CaseRow => {
    const flag = (name: string): number => (told(person, name) < 0.5 ? 1 : 0);
    const numbers: Record<string, number> = { start: 0, stop: 0.5 + told(person, 'stop') };
    const any = new Proxy(numbers, { get: (own, name) => own[String(name)] ?? flag(String(name)) });
    return { person, secret: {}, numbers: any, labels: open };
  });
  const inTracks = all
    .filter(({ numbers }) => numbers['mentored'] === 1)
    .map((row) => ({ ...row, secret: { track: trackOf(row.person) } }));
  return new Proxy<Cohort['cases']>({}, { get: () => [...all, ...inTracks] });
}

const track: Dimension = {
  key: 'track',
  label: 'Track',
  kind: 'nominal',
  sensitivity: 'secret',
  values: TRACKS.map((key) => ({ key, label: key })),
};

/** What a release of all measures is made from, beside who takes part. */
export function cohortOfEveryMeasure(everyone: readonly Person[]): Pick<Wanted, 'dimensions' | 'cohort'> {
  return { dimensions: [...dimensionsOf(everyone), track], cohort: { tallies: tallies(everyone), cases: cases(everyone) } };
}

export function releaseOfEveryMeasure(count: number, period: string): ReleaseFile {
  const everyone = people(count, count);
  return release({ everyone, period, plan: DEFAULT_PLAN, ...cohortOfEveryMeasure(everyone) });
}

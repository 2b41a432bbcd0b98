import type pg from 'pg';
import type { DisclosurePolicy, Group, StatisticRelease } from '../kernel/index.js';
import {
  type Evidence,
  type EvidenceBySubject,
  evidenceByMeasure,
  evidenceOf,
  exposure as exposureOf,
  exposureKnowing,
  measureExposure,
  Numbering,
  type Members,
  type Secret,
  type SubjectExposure,
  type Told,
} from '../disclosure/index.js';
import { readMembers } from '../microdata/index.js';
import { membersOf, teamsOf } from './memberships.js';

/** What one release tells on a subject about a group: how exact all its draws together are. */
export interface ToldGroup {
  readonly subject: string;
  readonly group: Group;
  readonly noise: number;
}

/** When a release was as of, and what was known: enough to read who was in its groups. */
export interface Moment {
  readonly period: string;
  readonly endsOn: string;
  readonly loadNo: number;
  readonly demographics: readonly string[];
}

/** Everything that exposure is measured against: the people of this release, and what earlier ones told about them. */
export interface Surroundings {
  readonly period: string;
  readonly members: Members;
  /** The people of each team. */
  readonly teams: readonly (readonly number[])[];
  readonly earlier: readonly Told[];
  readonly people: number;
}

/** Reads who is in which group now, and was in each published release. */
export async function readSurroundings(tx: pg.PoolClient, moment: Moment): Promise<Surroundings> {
  const numbering = new Numbering();
  const rows = await readMembers(tx, moment);
  const members = membersOf(rows, numbering);
  const teams = teamsOf(rows, numbering);
  const earlier: Told[] = [];
  for (const { id, ...then } of await publishedBefore(tx)) {
    const told = await readTold(tx, id);
    const membersThen = membersOf(await readMembers(tx, { ...then, demographics: demographicsIn(told) }), numbering);
    earlier.push({ period: indexOf(then.period), evidence: evidenceOfTold(told, membersThen) });
  }
  return { period: moment.period, members, teams, earlier, people: numbering.size };
}

/** Periods in a row have numbers in a row. */
const indexOf = (period: string): number => Number(period.slice(0, 4)) * 4 + Number(period.slice(6));

async function publishedBefore(tx: pg.PoolClient): Promise<(Omit<Moment, 'demographics'> & { id: string })[]> {
  const { rows } = await tx.query<Omit<Moment, 'demographics'> & { id: string }>(
    `select release_id as id, period, as_of as "endsOn", load_no as "loadNo"
     from release.release where status = 'published' order by published_at`,
  );
  return rows;
}

/** Of one release at a time: what years of them told does not fit into memory at once. */
async function readTold(tx: pg.PoolClient, id: string): Promise<ToldGroup[]> {
  const { rows } = await tx.query<{ told: ToldGroup[] }>('select told from release.release where release_id = $1', [id]);
  return rows[0]?.told ?? [];
}

/** A draft, measured again against everything that is published by now. */
export async function stillFits(
  tx: pg.PoolClient,
  draft: Omit<Moment, 'demographics'>,
  told: readonly ToldGroup[],
  policy: DisclosurePolicy,
): Promise<boolean> {
  const around = await readSurroundings(tx, { ...draft, demographics: demographicsIn(told) });
  const evidence = evidenceOfTold(told, around.members);
  return measureExposure({ period: indexOf(draft.period), evidence }, around.earlier, around.people, { policy }).every(
    ({ fits }) => fits,
  );
}

function demographicsIn(told: readonly ToldGroup[]): string[] {
  return [...new Set(told.flatMap(({ group }) => Object.keys(group).filter((key) => key.startsWith('demo_'))))].sort();
}

function evidenceOfTold(told: readonly ToldGroup[], members: Members): EvidenceBySubject {
  const bySubject = new Map<string, Evidence[]>();
  for (const { subject, group, noise } of told) {
    const evidence = { people: members(group), noise };
    const known = bySubject.get(subject);
    if (known) known.push(evidence);
    else bySubject.set(subject, [evidence]);
  }
  return bySubject;
}

/** What a release would tell, and how much that exposes whom. */
export interface MeasuredRelease {
  readonly exposure: readonly SubjectExposure[];
  readonly told: readonly ToldGroup[];
  readonly evidence: EvidenceBySubject;
  readonly fits: boolean;
}

export function measureRelease(
  release: StatisticRelease,
  policy: DisclosurePolicy,
  secret: Secret,
  around: Surroundings,
): MeasuredRelease {
  const groups = new Map<ArrayLike<number>, Group>();
  const members: Members = (group) => {
    // One list for each group, so that a list names its group again below.
    const people = around.members(group);
    groups.set(people, group);
    return people;
  };
  const evidence = evidenceOf(release, policy, secret, members);
  const told = [...evidence].flatMap(([subject, list]) =>
    list.map(({ people, noise }) => ({ subject, group: groups.get(people) ?? {}, noise })),
  );
  const exposure = measureExposure({ period: indexOf(around.period), evidence }, around.earlier, around.people, { policy });
  return { exposure, told, evidence, fits: exposure.every(({ fits }) => fits) };
}

/** What the tables of a measure would tell if nothing else were published, on the secret that they tell most about. */
export interface MeasureExposure {
  readonly measure: string;
  readonly subject: string;
  readonly greatest: number;
  readonly mean: number;
}

/**
 * What each measure costs. The figures do not add up to that of the release: measures share draws, and what they tell of the
 * same people overlaps.
 */
export function exposureByMeasure(
  release: StatisticRelease,
  policy: DisclosurePolicy,
  secret: Secret,
  { members, people }: Surroundings,
): MeasureExposure[] {
  const found: MeasureExposure[] = [];
  for (const [measure, bySubject] of evidenceByMeasure(release, policy, secret, members)) {
    const most = mostExposing(bySubject, people);
    if (most) found.push({ measure, ...most });
  }
  return found;
}

function mostExposing(bySubject: EvidenceBySubject, people: number): Omit<MeasureExposure, 'measure'> | undefined {
  const measured = Array.from(bySubject, ([subject, evidence]) => {
    const { greatest, mean } = exposureOf(evidence, people);
    return { subject, greatest, mean };
  });
  const [first, ...others] = measured;
  return first && others.reduce((most, one) => (one.greatest > most.greatest ? one : most), first);
}

/** What readers reach who know others' records: printed, without a limit. */
export interface ReachOfOthers {
  /** Self and two confidants, about a fourth in their team. */
  readonly insider: number;
  /** The whole own team but one. */
  readonly manager: number;
}

/** The smallest teams are the most exposed to somebody who knows the rest; larger ones cost more and show less. */
const TEAMS_LOOKED_AT = 12;
const LARGEST_TEAM = 60;

/** The greatest exposure of a release to readers inside a team, over the secrets that change. */
export function reachOfOthers(evidence: EvidenceBySubject, { teams, people }: Surroundings): ReachOfOthers {
  const small = teams.filter(({ length }) => length >= 2 && length <= LARGEST_TEAM).sort((a, b) => a.length - b.length);
  const looked = small.slice(0, TEAMS_LOOKED_AT);
  const four = (looked.length > 0 ? looked : teams).map((team) => team.slice(0, 4)).filter(({ length }) => length >= 2);
  const subjects = [...evidence].filter(([subject]) => !subject.includes('='));
  let [insider, manager] = [0, 0];
  for (const [, list] of subjects) {
    const knowing = exposureKnowing(list, people);
    [insider, manager] = [Math.max(insider, knowing(four)), Math.max(manager, knowing(looked))];
  }
  return { insider, manager };
}

/** The part of the certificate: shares of 0 to 1, rounded up to 0.05, because true memberships enter them. */
export function certifiedExposure(
  exposure: readonly SubjectExposure[],
  { insider, manager }: ReachOfOthers,
  measures: readonly MeasureExposure[],
): unknown {
  const greatest = (of: 'release' | 'history'): number => Math.max(0, ...exposure.map((subject) => subject[of].greatest));
  const figures = ({ greatest: most, mean }: { greatest: number; mean: number }) => ({
    greatest: roundedUp(most),
    mean: roundedUp(mean),
  });
  return {
    greatest: { history: roundedUp(greatest('history')), release: roundedUp(greatest('release')) },
    measures: Object.fromEntries(measures.map(({ measure, subject, ...told }) => [measure, { subject, ...figures(told) }])),
    others: { insider: roundedUp(insider), manager: roundedUp(manager) },
    subjects: Object.fromEntries(
      exposure.map(({ subject, release, history }) => [subject, { history: figures(history), release: figures(release) }]),
    ),
  };
}

/** Which measure's tables cost how much exposure, dearest first; in sentences. */
export function describeExposure(certified: unknown): string[] {
  const { greatest, measures } = certified as Partial<CertifiedExposure>;
  if (!greatest || !measures) return [];
  const costs = [...new Set(Object.values(measures).map((cost) => cost.greatest))].sort((a, b) => b - a);
  const of = (cost: number): string[] => Object.keys(measures).filter((measure) => measures[measure]?.greatest === cost);
  return [
    `Exposure: at most ${greatest.release} in this release, ${greatest.history} over eight periods`,
    ...costs.map((cost) => `  at most ${cost} by the tables alone of: ${of(cost).sort().join(', ')}`),
  ];
}

interface CertifiedExposure {
  readonly greatest: { readonly history: number; readonly release: number };
  readonly measures: Readonly<Record<string, { readonly greatest: number }>>;
}

const roundedUp = (share: number): number => Math.min(1, Math.ceil(share * 20 - 1e-9) / 20);

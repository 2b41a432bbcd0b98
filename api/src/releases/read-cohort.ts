import type pg from 'pg';
import {
  type CaseRow,
  type Cohort,
  type CohortRow,
  monthsOf,
  type PeopleRow,
  type Period,
  type TallyRow,
} from '../kernel/index.js';
import type { Settings } from '../governance/index.js';
import { type MeasureContract, MEASURES } from '../measures/index.js';
import {
  type CohortQuestion,
  filesLoaded,
  gather,
  type GatheredQuestion,
  populationOf,
  readCases,
  readMenteeMonths,
  readMenteeTrackMonths,
  readPeople,
  readTally,
  sessionsWereLoaded,
} from '../microdata/index.js';
import { inTransaction } from '../platform/index.js';
import { readTracks, runsWithin, type Track } from '../tracks/index.js';
import { dimensionsOf, type OpenValues, splitDimensions, trackDimension } from './dimensions.js';
import { teamTree } from './team-tree.js';

/** The agreed dose where a track names none, in minutes a month. */
const USUAL_DOSE = 120;

export interface CohortWanted {
  readonly loadNo: number;
  readonly settings: Settings;
  /** What is read is for these alone; all measures where left out. */
  readonly measures?: readonly MeasureContract[];
}

/** Reads everything that the measures of a period are computed from, as it was known at a load. */
export async function readCohort(pool: pg.Pool, period: Period, loadNo: number, settings: Settings): Promise<Cohort> {
  return cohortFor(pool, period, { loadNo, settings });
}

/** The same, for some measures alone. */
export async function cohortFor(
  pool: pg.Pool,
  period: Period,
  { loadNo, settings, measures = MEASURES }: CohortWanted,
): Promise<Cohort> {
  return inTransaction(pool, async (tx) => {
    const tracks = await readTracks(tx, loadNo);
    const running = tracks.filter((track) => runsWithin(track, period.startsOn, period.endsOn));
    const doseLimit = Math.max(...(running.length > 0 ? running : [null]).map(mostMinutes));
    const question = await gather(tx, questionOf(period, { loadNo, settings, tracks, doseLimit }));
    const sessionsCollected = await sessionsWereLoaded(tx, loadNo);
    const tree = inTree(await readPeople(tx, question));
    const menteeMonths = sessionsCollected ? tree.atLeaf(await readMenteeMonths(tx, question)) : [];
    const menteeTrackMonths = sessionsCollected ? tree.atLeaf(await readMenteeTrackMonths(tx, question)) : [];
    const counted = await readPopulations(tx, { ...question, measures, place: tree.atNearest });
    const figures = { mentorLoadCap: settings.caps.menteesPerMentor, reliability: settings.reliability };
    const secret = [...trackDimension(running), ...splitDimensions(MEASURES, counted.tallies)];
    return {
      ...{ period, doseLimit, sessionsCollected, settings: figures },
      ...{ people: tree.people, menteeMonths, menteeTrackMonths, ...counted },
      dimensions: dimensionsOf(tree.open, settings, secret),
    };
  });
}

interface Counting extends GatheredQuestion {
  readonly measures: readonly MeasureContract[];
  readonly place: Moving;
}

/** What the measures name, as far as its files were ever loaded. */
async function readPopulations(
  tx: pg.PoolClient,
  { measures, place, ...question }: Counting,
): Promise<Pick<Cohort, 'tallies' | 'cases'>> {
  const asked = [...new Set(measures.flatMap(({ populations }) => populations))].map(populationOf);
  const loaded = await filesLoaded(tx, [...new Set(asked.flatMap(({ files }) => files))], question.loadNo);
  const tallies: Record<string, TallyRow[]> = {};
  const cases: Record<string, CaseRow[]> = {};
  for (const population of asked.filter(({ files }) => files.every((file) => loaded.has(file)))) {
    if (population.gives === 'tally') tallies[population.key] = place(await readTally(tx, population, question));
    else cases[population.key] = await readCases(tx, population, question);
  }
  return { tallies, cases };
}

/** Twice the agreed dose: what a month may count at most. */
const mostMinutes = (track: Track | null): number => 2 * (track?.monthlyMinutes || USUAL_DOSE);

interface Asked {
  readonly loadNo: number;
  readonly settings: Settings;
  readonly tracks: readonly Track[];
  readonly doseLimit: number;
}

function questionOf(period: Period, { loadNo, settings, tracks, doseLimit }: Asked): CohortQuestion {
  return {
    loadNo,
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    months: monthsOf(period),
    demographics: settings.demographics.map(({ column }) => column),
    tracks: tracks.map((track) => ({ id: track.id, mostMinutes: mostMinutes(track) })),
    mostMinutes: doseLimit,
    mentorLoadCap: settings.caps.menteesPerMentor,
    themes: settings.themes,
    levels: settings.levels,
  };
}

type Open = CohortRow['open'];

/** The eligible people in the team tree that they form, and where in it other rows stand. */
interface InTree {
  readonly people: readonly PeopleRow[];
  readonly open: OpenValues;
  readonly atLeaf: Moving;
  readonly atNearest: Moving;
}

type Moving = <Row extends CohortRow>(rows: readonly Row[]) => Row[];

function inTree(people: readonly PeopleRow[]): InTree {
  const said = (key: string): Set<string> => new Set(people.map(({ open }) => open[key] ?? ''));
  const tree = teamTree([...said('team')]);
  const open = { team: tree.values, level: said('level'), location: said('location'), tenure: said('tenure') };
  const nodes = new Set(tree.values.map(({ key }) => key));
  const atLeaf = moving((team) => tree.leafOf(team));
  const atNearest = moving((team) => nearest(tree.leafOf(team), nodes));
  return { people: atLeaf(people), open, atLeaf, atNearest };
}

/** The same rows in other teams. Rows that share their attributes go on to do so. */
function moving(to: (team: string) => string): Moving {
  const moved = new Map<Open, Open>();
  const move = (open: Open): Open => {
    const known = moved.get(open) ?? { ...open, team: to(open.team ?? '') };
    moved.set(open, known);
    return known;
  };
  return (rows) => rows.map((row) => ({ ...row, open: move(row.open) }));
}

/** A team that no eligible person is in, as team files and people who left may name, stands under the nearest that has some. */
function nearest(team: string, nodes: ReadonlySet<string>): string {
  const segments = team.split('/');
  return segments.map((_, at) => segments.slice(0, segments.length - at).join('/')).find((path) => nodes.has(path)) ?? team;
}

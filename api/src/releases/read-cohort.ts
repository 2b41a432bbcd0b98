import type pg from 'pg';
import {
  type CaseRow,
  type Cohort,
  type CohortRow,
  type MenteeMonthsRow,
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
  joinWholeSets,
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
import { dimensionsOf, splitDimensions, trackDimension } from './dimensions.js';
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
    await joinWholeSets(tx);
    const tracks = await readTracks(tx, loadNo);
    const running = tracks.filter((track) => runsWithin(track, period.startsOn, period.endsOn));
    const doseLimit = Math.max(...(running.length > 0 ? running : [null]).map(mostMinutes));
    const question = questionOf(period, { loadNo, settings, tracks, doseLimit });
    const sessionsCollected = await sessionsWereLoaded(tx, loadNo);
    const people = await readPeople(tx, question);
    const menteeMonths = sessionsCollected ? await readMenteeMonths(tx, question) : [];
    const menteeTrackMonths = sessionsCollected ? await readMenteeTrackMonths(tx, question) : [];
    const counted = await readPopulations(tx, question, measures);
    const figures = { mentorLoadCap: settings.caps.menteesPerMentor, reliability: settings.reliability };
    const read = { period, people, menteeMonths, menteeTrackMonths, doseLimit, sessionsCollected, ...counted, settings: figures };
    return inTree(read, settings, running);
  });
}

/** What the measures name, as far as its files were ever loaded. */
async function readPopulations(
  tx: pg.PoolClient,
  question: CohortQuestion,
  measures: readonly MeasureContract[],
): Promise<Pick<Cohort, 'tallies' | 'cases'>> {
  const asked = [...new Set(measures.flatMap(({ populations }) => populations))].map(populationOf);
  const loaded = await filesLoaded(tx, [...new Set(asked.flatMap(({ files }) => files))], question.loadNo);
  const tallies: Record<string, TallyRow[]> = {};
  const cases: Record<string, CaseRow[]> = {};
  for (const population of asked.filter(({ files }) => files.every((file) => loaded.has(file)))) {
    if (population.gives === 'tally') tallies[population.key] = await readTally(tx, population, question);
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

/** Puts the people into the team tree that they form. */
function inTree(read: Omit<Cohort, 'dimensions'>, settings: Settings, running: readonly Track[]): Cohort {
  const said = (key: string): Set<string> => new Set(read.people.map(({ open }) => open[key] ?? ''));
  const tree = teamTree([...said('team')]);
  const open = { team: tree.values, level: said('level'), location: said('location'), tenure: said('tenure') };
  const nodes = new Set(tree.values.map(({ key }) => key));
  const placed = <Row extends CohortRow>(row: Row): Row => ({
    ...row,
    open: { ...row.open, team: tree.leafOf(row.open.team ?? '') },
  });
  return {
    ...read,
    dimensions: dimensionsOf(open, settings, [...trackDimension(running), ...splitDimensions(MEASURES, read.tallies)]),
    people: read.people.map((row): PeopleRow => placed(row)),
    menteeMonths: read.menteeMonths.map((row): MenteeMonthsRow => placed(row)),
    menteeTrackMonths: read.menteeTrackMonths.map((row): MenteeMonthsRow => placed(row)),
    tallies: Object.fromEntries(
      Object.entries(read.tallies).map(([key, rows]) => [key, rows.map((row): TallyRow => inNearest(placed(row), nodes))]),
    ),
  };
}

/** A team that no eligible person is in, as team files and people who left may name, stands under the nearest that has some. */
function inNearest(row: TallyRow, nodes: ReadonlySet<string>): TallyRow {
  const segments = (row.open.team ?? '').split('/');
  const above = segments.map((_, at) => segments.slice(0, segments.length - at).join('/')).find((path) => nodes.has(path));
  return above === undefined || above === row.open.team ? row : { ...row, open: { ...row.open, team: above } };
}

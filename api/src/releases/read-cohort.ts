import type pg from 'pg';
import { type Cohort, type CohortRow, type MenteeMonthsRow, monthsOf, type PeopleRow, type Period } from '../kernel/index.js';
import type { Settings } from '../governance/index.js';
import {
  type CohortQuestion,
  joinWholeSets,
  readMenteeMonths,
  readMenteeTrackMonths,
  readPeople,
  sessionsWereLoaded,
} from '../microdata/index.js';
import { inTransaction } from '../platform/index.js';
import { readTracks, runsWithin, type Track } from '../tracks/index.js';
import { dimensionsOf } from './dimensions.js';
import { teamTree } from './team-tree.js';

/** The agreed dose where a track names none, in minutes a month. */
const USUAL_DOSE = 120;

/** Reads everything that the measures of a period are computed from, as it was known at a load. */
export async function readCohort(pool: pg.Pool, period: Period, loadNo: number, settings: Settings): Promise<Cohort> {
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
    return inTree({ period, people, menteeMonths, menteeTrackMonths, doseLimit, sessionsCollected }, settings, running);
  });
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
  };
}

/** Puts the people into the team tree that they form. */
function inTree(read: Omit<Cohort, 'dimensions'>, settings: Settings, running: readonly Track[]): Cohort {
  const said = (key: string): Set<string> => new Set(read.people.map(({ open }) => open[key] ?? ''));
  const tree = teamTree([...said('team')]);
  const open = { team: tree.values, level: said('level'), location: said('location'), tenure: said('tenure') };
  const placed = <Row extends CohortRow>(row: Row): Row => ({
    ...row,
    open: { ...row.open, team: tree.leafOf(row.open.team ?? '') },
  });
  return {
    ...read,
    dimensions: dimensionsOf(open, settings, running),
    people: read.people.map((row): PeopleRow => placed(row)),
    menteeMonths: read.menteeMonths.map((row): MenteeMonthsRow => placed(row)),
    menteeTrackMonths: read.menteeTrackMonths.map((row): MenteeMonthsRow => placed(row)),
  };
}

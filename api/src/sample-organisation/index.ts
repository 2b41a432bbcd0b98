import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Quarter, quartersUntil } from './calendar.js';
import { simulateProgramme } from './programme.js';
import { Random } from './random.js';
import { simulateRoster } from './roster.js';
import { SAMPLE_SETTINGS } from './settings.js';
import { truths } from './truths.js';
import { writeExitInterviews, writeFeedback, writeMentorDevelopment, writeSkillChecks, writeSkills } from './write-outcomes.js';
import { writePeople, writeProgressions, writeTracks } from './write-people.js';
import { writeEscalations, writeParticipations, writeRequests, writeReviews, writeSessions } from './write-programme.js';
import { writeTeamFiles } from './write-teams.js';

export { SAMPLE_SETTINGS } from './settings.js';

export interface SampleOptions {
  /** People employed at any time; default 1,200. */
  readonly people?: number;
  /** Any text; the same seed gives the same files. Default `overstory`. */
  readonly seed?: string;
  /** Number of quarters; default 8. */
  readonly quarters?: number;
  /** The last of them; default `2026-Q3`. */
  readonly until?: string;
}

export interface Sample {
  readonly directory: string;
  /** Oldest first. */
  readonly periods: readonly string[];
}

/**
 * Writes an invented organisation: the contract's CSV files, `settings.json` and `truth.json`.
 *
 * Two quarters of history run before the first one, so that relationships are under way when it begins.
 *
 * @throws RangeError when the numbers of people or quarters are not whole and positive.
 */
export function writeSample(directory: string, options: SampleOptions = {}): Sample {
  const { people = 1200, seed = 'overstory', quarters = 8, until = '2026-Q3' } = options;
  if (!Number.isInteger(people) || people < 1) throw new RangeError('people is a whole number of at least 1');
  if (!Number.isInteger(quarters) || quarters < 1) throw new RangeError('quarters is a whole number of at least 1');
  mkdirSync(directory, { recursive: true });
  const all = quartersUntil(until, quarters + 2);
  const periods = all.slice(2).map((quarter) => quarter.key);
  writeFiles(directory, seed, people, all);
  writeJson(directory, 'settings.json', SAMPLE_SETTINGS);
  writeJson(directory, 'truth.json', truths(seed, people, periods));
  return { directory, periods };
}

/** Every file draws from a stream of its own, so that a change in one leaves the others as they are. */
function writeFiles(directory: string, seed: string, people: number, quarters: readonly Quarter[]): void {
  const stream = (name: string): Random => new Random(`${seed}/${name}`);
  const [first, last] = [quarters[0] as Quarter, quarters[quarters.length - 1] as Quarter];
  const members = simulateRoster(stream('roster'), people, quarters);
  const spells = simulateProgramme(stream('programme'), members, quarters);
  const world = { members, spells, quarters, until: last.last };
  writePeople(directory, members);
  writeTracks(directory, stream('tracks'), members, first.first - 400);
  writeRequests(directory, stream('requests'), world);
  writeParticipations(directory, stream('participations'), spells);
  writeSessions(directory, stream('sessions'), spells, last.last);
  writeReviews(directory, stream('reviews'), spells, last.last);
  writeEscalations(directory, stream('escalations'), spells, last.last);
  writeSkillChecks(directory, stream('skill_checks'), world);
  writeProgressions(directory, stream('progressions'), members, last.last);
  writeExitInterviews(directory, stream('exit_interviews'), members, spells);
  writeFeedback(directory, stream('feedback'), world);
  writeMentorDevelopment(directory, stream('mentor_development'), spells);
  writeSkills(directory, stream('skills'), members, quarters);
  writeTeamFiles(directory, stream('teams'), quarters);
}

const writeJson = (directory: string, name: string, value: object): void =>
  writeFileSync(join(directory, name), `${JSON.stringify(value, null, 2)}\n`);

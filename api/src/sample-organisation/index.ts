import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Quarter, quartersUntil } from './calendar.js';
import { simulateAgents } from './agents.js';
import { simulateProgramme, type World } from './programme.js';
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
  const world = simulate(seed, people, all);
  writeFiles(directory, seed, world);
  writeJson(directory, 'settings.json', SAMPLE_SETTINGS);
  writeJson(directory, 'truth.json', truths(seed, people, { ...world, quarters: all.slice(2) }));
  return { directory, periods };
}

/** Everything draws from a stream of its own, so that a change in one leaves the others as they are. */
const stream = (seed: string, name: string): Random => new Random(`${seed}/${name}`);

function simulate(seed: string, people: number, quarters: readonly Quarter[]): World {
  const members = simulateRoster(stream(seed, 'roster'), people, quarters);
  const spells = simulateProgramme(stream(seed, 'programme'), members, quarters);
  const { agents, agentSpells } = simulateAgents(stream(seed, 'agents'), members, { people, quarters });
  return { members, spells, agents, agentSpells, quarters, until: (quarters.at(-1) as Quarter).last };
}

function writeFiles(directory: string, seed: string, world: World): void {
  const of = (name: string): Random => stream(seed, name);
  const { members, spells, quarters, until } = world;
  const all = [...spells, ...world.agentSpells];
  writePeople(directory, [...members, ...world.agents]);
  writeTracks(directory, of('tracks'), members, (quarters[0] as Quarter).first - 400);
  writeRequests(directory, of('requests'), world);
  writeParticipations(directory, of('participations'), all);
  writeSessions(directory, of('sessions'), all, until);
  writeReviews(directory, of('reviews'), spells, until);
  writeEscalations(directory, of('escalations'), spells, until);
  writeSkillChecks(directory, of('skill_checks'), world);
  writeProgressions(directory, of('progressions'), world);
  writeExitInterviews(directory, of('exit_interviews'), members, spells);
  writeFeedback(directory, of('feedback'), world);
  writeMentorDevelopment(directory, of('mentor_development'), spells);
  writeSkills(directory, of('skills'), members, quarters);
  writeTeamFiles(directory, of('teams'), quarters);
}

const writeJson = (directory: string, name: string, value: object): void =>
  writeFileSync(join(directory, name), `${JSON.stringify(value, null, 2)}\n`);

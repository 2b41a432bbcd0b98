import type { Group, ReleasedCell, ReleasedTable } from '../../../api/src/kernel/index.js';
import type { TestInstallation } from '../../support/database.js';
import type { Answer, Client } from './web.js';

/** Puts tracks into the catalogue, as a confirmed load would. */
export async function addTracks(installation: TestInstallation, names: readonly string[]): Promise<void> {
  for (const name of names)
    await installation
      .pool('owner')
      .query(
        `insert into tracks.track (track_id, name, owned, practice, purpose, load_no, said) values ($1, $2, true, 'mentoring', 'skill', 1, 0)`,
        [name, name.toUpperCase()],
      );
}

export interface MadeUpEffect {
  readonly value: number;
  readonly half: number;
  readonly people: number;
}

/** Tables by track in which the comparison of skills says this, and one in ten has no second check. */
export function skillTables(effects: Readonly<Record<string, MadeUpEffect>>): ReleasedTable[] {
  const table = (measure: string, variant: string, values: (effect: MadeUpEffect) => Record<string, number>): ReleasedTable => ({
    ...{ measure, variant, breakdown: ['track'], unit: 'people', subject: 'mentees', special: false },
    ...{ bases: [], scales: {}, derived: {} },
    cells: Object.entries(effects).map(([track, effect]): ReleasedCell => ({
      group: { track },
      status: 'shown',
      drawn: {},
      values: values(effect),
    })),
  });
  return [
    table('skill_comparison', 'compared', ({ value, half, people }) => ({
      difference: value,
      differenceLower: value - half,
      differenceUpper: value + half,
      inTrackPeople: people,
    })),
    table('skill_change', 'checked', ({ value, half, people }) => ({
      change: value,
      changeLower: value - half,
      changeUpper: value + half,
      pairsCounted: people,
      lostShare: 0.1,
    })),
  ];
}

/** A roadmap with one skill, and how many people each track still mentors. */
export function portfolioTables(skill: string, mentees: Readonly<Record<string, number>>): ReleasedTable[] {
  const frame = { unit: 'people', subject: 'mentees', special: false, bases: [], scales: {}, derived: {} };
  const cell = (group: Group, values: Record<string, number>): ReleasedCell => ({ group, status: 'shown', drawn: {}, values });
  const now = Object.entries(mentees).map(([track, count]) => cell({ track }, { mentees: count }));
  return [
    { measure: 'skill_gap', variant: 'teams_in_need', breakdown: ['skill'], ...frame, cells: [cell({ skill }, { open: 0.2 })] },
    { measure: 'dependence', variant: 'mentees_now', breakdown: ['track'], ...frame, cells: now },
  ];
}

/** A charter on the comparison of skills, as the pages send it. */
export const charterInput = (looks: readonly string[], more: object = {}): object => ({
  aim: 'Skills rise more in the track than without it.',
  outcome: 'skill_comparison',
  direction: 'rise',
  smallestEffect: 4,
  reference: null,
  spread: 10,
  secondary: ['progression'],
  guardrails: ['parity'],
  looks,
  first: 100,
  each: 100,
  minimum: 50,
  challengeDays: 14,
  ...more,
});

const DONE = '{ __typename ... on TrackChanged { key } ... on Refused { code message } }';

/** Sends a change of a track; answers the code of the refusal, or `done`. */
export async function change(client: Client, mutation: string, variables: Record<string, unknown> = {}): Promise<string> {
  const names = Object.entries(variables).map(([name, value]) => `$${name}: ${typeOf(name, value)}`);
  const head = names.length > 0 ? `(${names.join(', ')})` : '';
  const { data, errors }: Answer = await client.ask(`mutation ${head} { done: ${mutation} ${DONE} }`, variables);
  const done = data?.done as { __typename: string; code?: string } | undefined;
  return done ? (done.code ?? 'done') : `error ${errors[0]?.extensions.code ?? ''}`;
}

const typeOf = (name: string, value: unknown): string =>
  name === 'charter' ? 'CharterInput!' : typeof value === 'number' ? 'Int!' : 'String!';

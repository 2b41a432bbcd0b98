import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withdrawLoad } from '../../api/src/ingest/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { empty, type Files, known, send } from './support/loading.js';

/** A row of some file: its cells by column. */
interface Fact {
  readonly file: string;
  readonly cells: Readonly<Record<string, string>>;
}

const person = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5');
const relationship = fc.constantFrom('r1', 'r2', 'r3');
const day = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => `2024-0${m}-${String(d).padStart(2, '0')}`);
const maybe = (values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: values }, { weight: 1, arbitrary: fc.constant('') });
const erasable = (values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 5, arbitrary: maybe(values) }, { weight: 1, arbitrary: fc.constant('\\N') });

function fact(file: string, cells: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<Fact> {
  return fc.record(cells).map((said) => ({ file, cells: said }));
}

/** Facts that may erase and contradict each other. */
const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fact('people', {
    person_id: person,
    effective_from: day,
    team: erasable(fc.constantFrom('A', 'A/B')),
    level: erasable(fc.constantFrom('1', '2')),
    kind: erasable(fc.constantFrom('human', 'agent')),
  }),
  fact('tracks', {
    track_id: fc.constantFrom('t1', 't2'),
    name: fc.constantFrom('One', 'Two'),
    owner_id: erasable(person),
    audience_levels: erasable(fc.constantFrom('1;2', '3')),
  }),
  fact('participations', {
    relationship_id: relationship,
    track_id: fc.constantFrom('t1', 't2'),
    person_id: person,
    role: fc.constantFrom('mentor', 'mentee'),
    started_on: fc.constantFrom('2024-01-01', ''),
    ended_on: erasable(fc.constantFrom('2024-03-01', '2024-02-01')),
    criteria: erasable(fc.constantFrom('domain', 'style;domain')),
  }),
  fact('sessions', {
    session_id: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'),
    relationship_id: erasable(relationship),
    held_on: erasable(day),
    minutes: erasable(fc.constantFrom('30', '45.5', '60')),
    guidance: erasable(fc.constantFrom('answer', 'question', 'debrief')),
    state: erasable(fc.constantFrom('held', 'planned')),
  }),
);

const keys: Record<string, readonly string[]> = {
  people: ['person_id', 'effective_from'],
  tracks: ['track_id'],
  participations: ['relationship_id', 'track_id', 'person_id', 'role', 'started_on'],
  sessions: ['session_id'],
};

function keyOf({ file, cells }: Fact): string {
  return [file, ...keys[file]!.map((name) => cells[name])].join('|');
}

/** No two facts about one key. */
function consistent(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((one) => [keyOf(one), one])).values()];
}

function filesOf(facts: readonly Fact[]): Files {
  const files: Record<string, string> = {};
  for (const { file, cells } of facts) {
    const name = `${file}.csv`;
    files[name] ??= `${Object.keys(cells).join(',')}\n`;
    files[name] += `${Object.values(cells)
      .map((cell) => (cell.includes(';') ? `"${cell}"` : cell))
      .join(',')}\n`;
  }
  return files;
}

/** Two databases with one pseudonym key, so that their microdata can be compared; emptied before each use. */
const pair: TestInstallation[] = [];

beforeAll(async () => {
  const [one, other] = [await freshInstallation(), await freshInstallation()];
  pair.push(one, { ...other, keys: one.keys });
});

async function emptied(which: 0 | 1): Promise<TestInstallation> {
  await empty(pair[which]!);
  return pair[which]!;
}

/** Loads in the order in which they are given, into an empty database; a load without facts is none. */
async function loaded(which: 0 | 1, loads: readonly (readonly Fact[])[]): Promise<TestInstallation> {
  const installation = await emptied(which);
  for (const facts of loads) if (facts.length > 0) await send(installation, filesOf(facts));
  return installation;
}

/** `npm run prove` asks for more. */
const runs = Number(process.env.OVERSTORY_RUNS ?? 10);

describe('the microdata', () => {
  it('are the same after any order of files, any split into loads, any repetition', async () => {
    const history = fc.record({
      facts: fc.array(anyFact, { minLength: 1, maxLength: 25 }).map(consistent),
      order: fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
      repeated: fc.infiniteStream(fc.boolean()),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ facts, order, repeated }) => {
        const split: Fact[][] = [[], [], [], []];
        for (const one of facts) {
          split[order.next().value as number]!.push(one);
          if (repeated.next().value) split[order.next().value as number]!.push(one);
        }
        const [together, apart] = [await loaded(0, [facts]), await loaded(1, [...split, split[0]!])];
        expect(await known(apart)).toEqual(await known(together));
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 600_000);

  it('are after a withdrawal as if the load had never been, and as they were at every earlier moment', async () => {
    const load = fc.array(anyFact, { minLength: 1, maxLength: 12 }).map(consistent);
    await fc.assert(
      fc.asyncProperty(fc.array(load, { minLength: 2, maxLength: 4 }), fc.nat(), fc.nat(), async (some, which, other) => {
        // Sources send the same again: the first load twice in a row, or once more at the end.
        const loads = which % 3 === 0 ? some : which % 3 === 1 ? [some[0]!, ...some] : [...some, some[0]!];
        const undone = which % loads.length;
        const installation = await emptied(0);
        const ids: string[] = [];
        const states: Record<string, readonly string[]>[] = [];
        for (const facts of loads) {
          ids.push((await send(installation, filesOf(facts))).id);
          states.push(await known(installation));
        }
        await withdrawLoad(installation.pool('ingest'), ids[undone]!, 'operator');
        const without = loads.filter((_, at) => at !== undone);
        expect(await known(installation)).toEqual(await known(await loaded(1, without)));
        for (const [at, state] of states.entries()) expect(await known(installation, at + 1)).toEqual(state);
        // A second withdrawal, and a load after it.
        const second = other % loads.length;
        if (second !== undone) await withdrawLoad(installation.pool('ingest'), ids[second]!, 'operator');
        await send(installation, filesOf(loads[undone]!));
        const left = [...loads.filter((_, at) => at !== undone && at !== second), loads[undone]!];
        expect(await known(installation)).toEqual(await known(await loaded(1, left)));
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 600_000);
});

import type { Dimension, ProtectedTable, ReleasedTable, TablePlan } from '../../../api/src/kernel/index.js';
import { dimensionsOf, people, random, type Person } from './organisation.js';
import { redrawn, truthOf } from './plant.js';
import { bestLinear, fitted, type Reading } from './regression.js';
import { derivedFrom, drawn, PLAN, prepared } from './release.js';

type Tamper = (tables: readonly ProtectedTable[], everyone: readonly Person[]) => readonly ProtectedTable[];

const LEVEL = 3;
const CHANCE = 0.4;
const ROSTER = people(140, 8);
const DIMENSIONS: readonly Dimension[] = dimensionsOf(ROSTER);
const ONE_WAY: TablePlan = {
  ...PLAN,
  classes: { ...PLAN.classes, equity: [], representation: PLAN.classes.representation.filter(({ by }) => by.length < 2) },
};

/** The groups whose counts are read: those of open columns that are large enough to be shown. */
export const GROUPS = ['level', 'location', 'tenure']
  .flatMap((key) => DIMENSIONS.find((one) => one.key === key)!.values.map(({ key: value }) => ({ [key]: value })))
  .filter((group) => truthOf(ROSTER, group, 'mentee').people >= 12);

interface World {
  readonly everyone: readonly Person[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** The same roster, other people who take part, another key; and every number that the release then exports. */
function world(at: number, tamper?: Tamper): World {
  const next = random(1000 + at);
  const everyone = ROSTER.map((person): Person => ({ ...person, mentee: next() < CHANCE ? 'yes' : 'no', mentor: 'no' }));
  const ready = prepared({ everyone, dimensions: DIMENSIONS, plan: ONE_WAY });
  const tables = drawn(ready, `world${at}`);
  const released = derivedFrom(ready, tamper?.(tables, everyone) ?? tables);
  return { everyone, numbers: numbersOf(released.filter(({ variant }) => variant === 'mentee')) };
}

/** Every number by its place; whether a cell is shown is a number too. */
function numbersOf(tables: readonly ReleasedTable[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { measure, breakdown, cells } of tables)
    for (const cell of cells) {
      const place = `${measure} ${breakdown.join()} ${Object.values(cell.group).join()}`;
      numbers.set(`${place} ${cell.status}`, 1);
      if (cell.status !== 'shown') continue;
      for (const [name, { value }] of Object.entries(cell.drawn)) numbers.set(`${place} drawn ${name}`, value);
      for (const [name, value] of Object.entries(cell.values))
        if (typeof value === 'number') numbers.set(`${place} ${name}`, value);
    }
  return numbers;
}

/** How well every count can be read from everything that so many worlds export. */
export function readings(count: number, tamper?: Tamper): Reading[] {
  const worlds = Array.from({ length: count }, (_, at) => world(at, tamper));
  const numbers = worlds.map((one) => one.numbers);
  return GROUPS.map((group) => {
    const truth = worlds.map(({ everyone }) => truthOf(everyone, group, 'mentee').participants);
    return fitted(group, truth, numbers);
  });
}

/** The variance that all draws of a release leave at best of the number of people in a group who take part. */
export function bound(group: Readonly<Record<string, string>>): number {
  const membersOf = (one: Readonly<Record<string, string>>): number[] =>
    ROSTER.map((person) => truthOf([person], one, 'mentee').people);
  const values = (key: string): string[] => DIMENSIONS.find((one) => one.key === key)!.values.map((value) => value.key);
  const open = ['team', 'level', 'location', 'tenure'].flatMap((key) => values(key).map((value) => membersOf({ [key]: value })));
  // Of a characteristic both counts are drawn, two draws on the same members; of the organisation there are two as well.
  const special = values('demo_gender').map((value) => ROSTER.map((person) => (person.special['demo_gender'] === value ? 1 : 0)));
  const sums = [membersOf({}), membersOf({}), ...open, ...special, ...special];
  return bestLinear(sums, membersOf(group), CHANCE * (1 - CHANCE), LEVEL ** 2);
}

/** The least that may be left, by the bound and by what so many worlds can tell of a variance. */
export const least = (group: Readonly<Record<string, string>>, worlds: number): number =>
  bound(group) * (1 - 4.5 * Math.sqrt(2 / (worlds / 2)));

/** A fault: the exact count in one of the two tables that show it. */
export const leak: Tamper = (tables, everyone) =>
  redrawn(tables, ({ measure, breakdown, special }, group, name, one) =>
    name === 'participants' && measure === 'participation' && breakdown.length > 0 && !special
      ? { ...one, value: truthOf(everyone, group, 'mentee').participants }
      : one,
  );

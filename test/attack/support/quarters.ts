import { CHARACTERISTIC, NOT_SAID, type Dimension, type ProtectedTable, type TablePlan } from '../../../api/src/kernel/index.js';
import { dimensionsOf, people, random, type Person } from './organisation.js';
import { drawn, prepared } from './release.js';
import type { Draw } from './sampler.js';

/** The quarterly tables of participation and parity in the default plan. */
const QUARTERLY: TablePlan = {
  version: 'default',
  classes: {
    representation: [[], ['team'], ['level'], ['location'], ['tenure'], [CHARACTERISTIC], ['team', 'level']].map((by) => ({
      by,
      layers: 'top',
      cadence: 'quarter',
    })),
    equity: [],
    other: [],
    adjusted: [],
    model: [],
    teams: [],
  },
};

/** Somebody of the roster: a number that stays, and attributes that change. */
interface Seat {
  readonly who: number;
  readonly person: Person;
}

/** One quarter: who is there, with the attributes held then. */
export type Roster = readonly Seat[];

export interface History {
  readonly people: number;
  readonly dimensions: readonly Dimension[];
  readonly quarters: readonly Roster[];
}

const TENURE = ['0-1', '1-2', '2-4', '4+'];

/** Quarters in which 3 % of people are replaced, 3 % move, 3 % are promoted and 10 % reach the next tenure band. */
export function history(size: number, quarters: number, seed: number): History {
  const next = random(seed);
  const newcomers = people(size * 2, seed + 1);
  const first = people(size, seed);
  const dimensions = dimensionsOf([...first, ...newcomers]);
  let roster: Roster = first.map((person, who) => ({ who, person }));
  let count = size;
  const all = [roster];
  for (let quarter = 1; quarter < quarters; quarter += 1) {
    roster = roster.map((seat) => {
      const other = newcomers[count % newcomers.length]!;
      if (next() < 0.03) return { who: count++, person: other };
      return { ...seat, person: changed(seat.person, other, next) };
    });
    all.push(roster);
  }
  return { people: count, dimensions, quarters: all };
}

function changed(person: Person, other: Person, next: () => number): Person {
  const open: Record<string, string> = { ...person.open };
  if (next() < 0.03) open['team'] = other.open['team']!;
  if (next() < 0.03) open['level'] = String(Math.min(6, Number(open['level']) + 1));
  if (next() < 0.1 && open['tenure'] !== NOT_SAID) open['tenure'] = TENURE[Math.min(3, TENURE.indexOf(open['tenure']!) + 1)]!;
  return { ...person, open };
}

/** Everything that is published about who is a mentee, for one assignment of the secret, by one key. */
export function published({ dimensions, quarters }: History, secret: ArrayLike<number>, name: string): Draw[] {
  return quarters.flatMap((roster, quarter) => {
    const everyone = roster.map(({ who, person }): Person => ({
      ...person,
      mentee: secret[who] === 1 ? 'yes' : 'no',
      mentor: 'no',
    }));
    const tables = drawn(prepared({ everyone, dimensions, plan: QUARTERLY }), `${name} ${quarter}`);
    return drawsOf(tables, roster);
  });
}

/**
 * What a reader makes of the tables who knows everybody's attributes, those of special columns included: every draw once,
 * with the people whose secrets it sums up.
 */
function drawsOf(tables: readonly ProtectedTable[], roster: Roster): Draw[] {
  const found = new Map<string, Draw>();
  for (const { measure, variant, breakdown, cells } of tables)
    for (const cell of cells) {
      if (variant !== 'mentee' || cell.status !== 'shown') continue;
      const own = breakdown.length === 0 ? measure : '';
      const members = roster.filter(({ person }) =>
        Object.entries(cell.group).every(([key, value]) => holds(person, key, value)),
      );
      const numbers = members.map(({ who }) => who);
      const { participants, nonParticipants } = cell.drawn;
      const secret = breakdown.filter((key) => key.startsWith('demo_')).map((key) => `${key}=${cell.group[key]}`);
      // Open cells with the same people are one draw.
      const name = JSON.stringify([own, numbers, secret]);
      if (participants) found.set(`${name} yes`, { people: numbers, ...participants });
      if (nonParticipants)
        found.set(`${name} no`, { people: numbers, value: numbers.length - nonParticipants.value, noise: nonParticipants.noise });
    }
  return [...found.values()];
}

function holds({ open, special }: Person, key: string, value: string): boolean {
  const own = open[key] ?? special[key];
  return own === value || (key === 'team' && (own?.startsWith(`${value}/`) ?? false));
}

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../api/src/access/index.js';
import { freshInstallation } from '../support/database.js';
import { type Door, doors, isFaultOf, NONSENSE, type Nonsense } from './support/nonsense.js';
import { publishMadeUpRelease } from './support/release.js';
import { type Client, everyRole, webOn } from './support/web.js';

let clients: Map<Role, Client>;
let all: readonly Door[];
beforeAll(async () => {
  const installation = await freshInstallation();
  await publishMadeUpRelease(installation.pool('curator'));
  clients = await everyRole(installation, await webOn(installation));
  all = await doors();
});

interface Asking {
  readonly door: Door;
  readonly role: Role;
  readonly nonsense: Nonsense;
}

/**
 * A square in which every door meets every text once, and every role that gets past its rule at least once; and once somebody
 * whom the rule stops. `npm run prove` asks the whole cube.
 */
const asked = (): Asking[] =>
  all.flatMap((door, place) => [
    ...NONSENSE.map((nonsense, turn) => ({ door, role: inTurn(door.allowed, place + turn), nonsense })),
    ...(door.refused.length > 0 ? [{ door, role: inTurn(door.refused, place), nonsense: inTurn(NONSENSE, place) }] : []),
  ]);

function inTurn<T>(list: readonly T[], turn: number): T {
  const one = list[turn % list.length];
  if (one === undefined) throw new Error('a list without anything in it');
  return one;
}

describe('a question that makes no sense', () => {
  it.each(NONSENSE)('with %j and %d is a question all the same: no door takes it for a fault of its own', async (...nonsense) => {
    const faults: string[] = [];
    for (const { door, role } of asked().filter((one) => one.nonsense[0] === nonsense[0])) {
      const client = clients.get(role);
      if (!client || (await isFaultOf(door, client, nonsense))) faults.push(`${role}: ${door.name}`);
    }
    expect(faults).toEqual([]);
  });

  it('is put to every door with every text, by every role that gets past its rule and one that does not', () => {
    for (const door of all) {
      const ofDoor = asked().filter((one) => one.door === door);
      const roles = new Set(ofDoor.map(({ role }) => role));
      expect([...roles]).toEqual(expect.arrayContaining([...door.allowed]));
      expect(new Set(ofDoor.map(({ nonsense }) => nonsense)).size).toBe(NONSENSE.length);
      expect(door.refused.some((role) => roles.has(role))).toBe(door.refused.length > 0);
    }
    expect(all.length).toBeGreaterThan(100);
  });
});

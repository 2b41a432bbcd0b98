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
 * A slanting line through the cube of doors, texts and roles: every role that gets past a door's rule asks one text there, and
 * once somebody whom the rule stops. `npm run prove` asks the whole cube.
 */
const asked = (): Asking[] =>
  all.flatMap((door, place) => [
    ...door.allowed.map((role, turn) => ({ door, role, nonsense: inTurn(NONSENSE, place + turn) })),
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

  it('is put to every door, by every role that gets past its rule and one that does not; and every text to many doors', () => {
    for (const door of all) {
      const roles = new Set(
        asked()
          .filter((one) => one.door === door)
          .map(({ role }) => role),
      );
      expect([...roles]).toEqual(expect.arrayContaining([...door.allowed]));
      expect(door.refused.some((role) => roles.has(role))).toBe(door.refused.length > 0);
    }
    for (const nonsense of NONSENSE)
      expect(asked().filter((one) => one.nonsense === nonsense).length).toBeGreaterThan(all.length / 3);
    expect(all.length).toBeGreaterThan(100);
  });
});

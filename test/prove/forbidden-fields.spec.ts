import { beforeAll, describe, expect, it } from '@jest/globals';
import { EVERYBODY, makeWorld, type World } from '../api/support/attackers.js';
import { everyForbidden, isReached } from '../api/support/forms.js';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);

/** Every field, role and form: of this `npm test` asks each field of each role in one form. */
describe('every role, by GraphQL', () => {
  it.each(EVERYBODY.map((role) => [role ?? 'nobody', role] as const))(
    '%s is refused every field that the table forbids, in every form',
    async (_name, asking) => {
      const reached: string[] = [];
      const forbidden = (await everyForbidden()).filter(({ role }) => role === asking);
      for (const { forms } of forbidden)
        for (const query of forms) if (await isReached(world, asking, query)) reached.push(query);
      expect(forbidden.length).toBeGreaterThan(20);
      expect(reached).toEqual([]);
    },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { attack } from '../../api/src/disclosure/index.js';
import { people, random } from './support/organisation.js';
import { sound } from './support/faults.js';
import { release, sealed } from './support/release.js';

const small = release({ everyone: people(60, 3) });

/** Every place in a parsed file, as the object that holds it and its key. */
function places(value: unknown, found: { holder: Record<string, unknown>; key: string }[] = []): typeof found {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value as Record<string, unknown>, key });
    places((value as Record<string, unknown>)[key], found);
  }
  return found;
}

function remove(holder: Record<string, unknown>, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

describe('the attack', () => {
  it('answers whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(attack([value]).findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(() => attack([])).toThrow(RangeError);
  });

  it('answers, and finds something, wherever the tables of a file are torn', () => {
    const next = random(11);
    const others = [null, -1, 0, 1e300, '', 'x', [], {}, true];
    let silent = 0;
    for (let run = 0; run < 250; run += 1) {
      const copy = structuredClone(small);
      const all = places(copy.tables.map(({ cells }) => cells));
      const { holder, key } = all[Math.floor(next() * all.length)]!;
      if (next() < 0.3) remove(holder, key);
      else holder[key] = others[Math.floor(next() * others.length)];
      const torn = run % 5 === 0 ? copy : sealed(copy);
      if (JSON.stringify(torn) !== JSON.stringify(small) && attack([torn]).findings.length === 0) silent += 1;
    }
    expect(silent).toBe(0);
  });

  it('says the same every time', () => {
    expect(attack([sound])).toEqual(attack([sound]));
  });
});

import { describe, expect, it } from '@jest/globals';
import { attack } from '../../api/src/disclosure/index.js';
import { next, sound } from './support/faults.js';
import { people } from './support/organisation.js';
import { release } from './support/release.js';

describe('a sound export', () => {
  it('withstands the attack with its whole history', () => {
    const history = [sound, release({ id: 'restated', supersedes: 'release-2026-Q3' }), release(next)];
    for (let length = 1; length <= 3; length += 1) expect(attack(history.slice(0, length)).findings).toEqual([]);
  });

  it('withstands it for organisations of any size', () => {
    for (const count of [12, 30, 60, 120, 301, 2000])
      expect(
        attack([release({ everyone: people(count, count, count % 2 === 1), noiseLevel: count >= 1500 ? 2.5 : 3 })]).findings,
      ).toEqual([]);
  });
});

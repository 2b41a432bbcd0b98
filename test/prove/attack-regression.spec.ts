import { describe, expect, it } from '@jest/globals';
import { least, readings } from '../attack/support/worlds.js';

describe('everything that is exported, over many worlds', () => {
  it('predicts no exact count better than the noise allows', () => {
    for (const { group, alone, together } of readings(3000)) {
      expect(alone).toBeGreaterThan(least(group, 3000));
      expect(together).toBeGreaterThan(least(group, 3000));
    }
  }, 900_000);
});

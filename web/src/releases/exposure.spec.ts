import { describe, expect, it } from '@jest/globals';
import { readExposure } from './exposure.js';

describe('the exposure of a certificate', () => {
  it('is read by subject, for the release and over the run of quarters', () => {
    const json = JSON.stringify({
      greatest: { release: 0.1, history: 0.15 },
      others: { insider: 0.2, manager: 0.45 },
      subjects: { 'demo_gender=f': { release: { mean: 0.05, greatest: 0.1 }, history: { mean: 0.05, greatest: 0.15 } } },
    });
    expect(readExposure(json)).toEqual({
      release: 0.1,
      history: 0.15,
      insider: 0.2,
      manager: 0.45,
      rows: [{ subject: 'gender: f', release: { mean: 0.05, greatest: 0.1 }, history: { mean: 0.05, greatest: 0.15 } }],
    });
  });

  it('is nothing where it was not measured', () => {
    for (const json of ['"notCollected"', '{}', 'null', 'not JSON']) expect(readExposure(json)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { readExposure } from './exposure.js';

describe('the exposure of a certificate', () => {
  it('is read by subject, for the release and over the run of quarters', () => {
    const json = JSON.stringify({
      greatest: { release: 0.1, history: 0.15 },
      others: { insider: 0.2, manager: 0.45 },
      measures: {
        wait: { greatest: 0.05, mean: 0.05, subject: 'mentees' },
        parity: { greatest: 0.1, mean: 0.05, subject: 'demo_gender=f' },
      },
      subjects: { 'demo_gender=f': { release: { mean: 0.05, greatest: 0.1 }, history: { mean: 0.05, greatest: 0.15 } } },
    });
    expect(readExposure(json)).toEqual({
      release: 0.1,
      history: 0.15,
      insider: 0.2,
      manager: 0.45,
      rows: [{ subject: 'gender: f', release: { mean: 0.05, greatest: 0.1 }, history: { mean: 0.05, greatest: 0.15 } }],
      measures: [
        { measure: 'parity', subject: 'gender: f', greatest: 0.1, mean: 0.05 },
        { measure: 'wait', subject: 'mentees', greatest: 0.05, mean: 0.05 },
      ],
    });
  });

  it('is nothing where it was not measured', () => {
    for (const json of ['"notCollected"', '{}', 'null', 'not JSON']) expect(readExposure(json)).toBeNull();
  });
});

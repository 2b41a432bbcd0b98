import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawnToy, protectToy, timesInHundred } from './toy.js';

const teams = fc
  .array(fc.nat(40), { minLength: 1, maxLength: 6 })
  .map((sizes) => sizes.map((people, i) => ({ name: `T${i}`, people })));

describe('the toy', () => {
  it('never leaves a small group, itself or by one subtraction', () => {
    fc.assert(
      fc.property(teams, (all) => {
        const rows = protectToy(all, 5);
        const hidden = rows.filter((row) => !row.shown);
        const held = hidden.reduce((sum, row) => sum + row.people, 0);
        expect(rows.every((row) => !row.shown || row.people >= 5)).toBe(true);
        expect(hidden.length === 0 || held >= 5 || hidden.length === rows.length).toBe(true);
      }),
    );
  });

  it('hides nothing where all are large enough', () => {
    expect(protectToy([{ name: 'A', people: 9 }, { name: 'B', people: 7 }], 5).every((row) => row.shown)).toBe(true); // prettier-ignore
  });

  it('never draws below zero', () => {
    for (let press = 0; press < 20; press++) expect(drawnToy(1, press)).toBeGreaterThanOrEqual(0);
  });

  it('says each number as often as the noise of a release does', () => {
    let all = 0;
    for (let published = -40; published <= 60; published++) all += timesInHundred(published, 8, 3);
    expect(all).toBeCloseTo(100, 8);
    expect(timesInHundred(8, 8, 3)).toBeCloseTo(13.3, 1);
  });

  it('hardly ever tells one person more from one person less', () => {
    for (let published = 4; published <= 13; published++) {
      const odds = timesInHundred(published, 9, 3) / timesInHundred(published, 8, 3);
      expect(odds).toBeGreaterThan(0.6);
      expect(odds).toBeLessThan(1.7);
    }
  });
});

import { expect, it } from '@jest/globals';
import { following } from './quarters.js';

it('counts quarters over the end of a year', () => {
  expect(['2026-Q1', '2026-Q3', '2026-Q4'].map((period) => following(period, 2))).toEqual(['2026-Q3', '2027-Q1', '2027-Q2']);
});

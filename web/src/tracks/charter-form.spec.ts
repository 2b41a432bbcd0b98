import { describe, expect, it } from '@jest/globals';
import type { Charter } from '../gateway/index.js';
import { formOf, inputOf, quarterAfter } from './charter-form.js';

const CHARTER: Charter = {
  version: 1,
  aim: 'People take the next step sooner.',
  outcome: 'progression',
  outcomeLabel: '',
  unit: 'share',
  direction: 'rise',
  smallestEffect: 0.1,
  reference: 0.15,
  spread: 10,
  secondary: ['skill_change'],
  guardrails: ['parity'],
  looks: ['2026-Q4', '2027-Q2', '2027-Q4'],
  first: 60,
  each: 20,
  minimum: 30,
  challengeDays: 14,
  copiedFrom: null,
  hash: null,
  lockedAt: null,
};

describe('the form of a charter', () => {
  it('gives back the charter that it was filled with', () => {
    const { version: _v, outcomeLabel: _o, unit: _u, copiedFrom: _c, hash: _h, lockedAt: _l, ...input } = CHARTER;
    expect(inputOf(formOf(CHARTER))).toEqual(input);
  });

  it('shows shares in per cent and takes them so', () => {
    const form = formOf(CHARTER);
    expect([form.smallestEffect, form.reference]).toEqual(['10', '15']);
    expect(inputOf({ ...form, smallestEffect: '7,5' })?.smallestEffect).toBe(0.075);
  });

  it('sends nothing while a number is missing, and no reference where none is asked for', () => {
    expect(inputOf({ ...formOf(CHARTER), first: 'many' })).toBeNull();
    expect(inputOf({ ...formOf(CHARTER), outcome: 'skill_comparison' })?.reference).toBeNull();
  });

  it('moves looks to another first one', () => {
    expect(inputOf(formOf(CHARTER, '2028-Q1'))?.looks).toEqual(['2028-Q1', '2028-Q3', '2029-Q1']);
    expect(quarterAfter('2026-Q4', 1)).toBe('2027-Q1');
  });
});

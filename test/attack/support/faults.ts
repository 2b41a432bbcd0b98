import { describe, expect, it } from '@jest/globals';
import { attack } from '../../../api/src/disclosure/index.js';
import type { ProtectedTable, ReleaseFile } from '../../../api/src/kernel/index.js';
import { EVERYONE, release, type Wanted } from './release.js';

/** A planted fault, the rule that finds it, and the file that has it (or several, the last of which is judged). */
export type Fault = readonly [name: string, rule: string, file: () => ReleaseFile | readonly ReleaseFile[]];

/** The export in which faults are planted, and what comes a quarter later. */
export const sound = release();
export const next: Wanted = { period: '2026-Q4', everyone: EVERYONE };
export const LEVELS = 'participation/mentee/level';
export const PARITY = 'parity/mentee/level';
export const GENDERS = 'parity/mentee/demo_gender';
export const DOSES = 'dose/mentee/level';
export const TEAMS = 'participation/mentee/team';
export const CROSS = 'participation/mentee/team+level';

export const isTable = (table: ProtectedTable, name: string): boolean =>
  `${table.measure}/${table.variant}/${table.breakdown.join('+')}` === name;

/** Everyone, but only so many who have this value: groups that lie on the limits. */
export const withFew = (key: string, value: string, few: number) => {
  let left = few;
  return EVERYONE.filter(({ open, special }) => (open[key] ?? special[key]) !== value || left-- > 0);
};

/** Holds that the attack finds every fault of a list by the rule that it breaks. */
export function findsAll(kind: string, faults: readonly Fault[]): void {
  describe(`a fault planted ${kind}`, () => {
    it.each([...faults])('%s is found (%s)', (_name, rule, file) => {
      const made = file();
      const { findings } = attack(Array.isArray(made) ? made : [made]);
      expect(findings.map((finding) => finding.rule)).toContain(rule);
    });
  });
}

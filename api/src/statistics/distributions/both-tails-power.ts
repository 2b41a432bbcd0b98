import { noncentralStudentCdf, noncentralStudentSurvival } from './noncentral-t.js';
import { studentUpperQuantile } from './student-t.js';

/**
 * Power of the two-sided t test at a noncentrality, the wrong tail counted too, and the chance that it misses.
 */
export function bothTailsPower(df: number, noncentrality: number, alpha: number): { found: number; missed: number } {
  const critical = studentUpperQuantile(alpha / 2, df);
  const found = noncentralStudentSurvival(critical, df, noncentrality) + noncentralStudentCdf(-critical, df, noncentrality);
  const missed = noncentralStudentCdf(critical, df, noncentrality) - noncentralStudentCdf(-critical, df, noncentrality);
  return found <= 0.5 ? { found, missed: 1 - found } : { found: 1 - missed, missed };
}

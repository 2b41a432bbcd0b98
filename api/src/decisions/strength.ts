import { t } from '#language';
import type { OutcomeKey } from '../tracks/index.js';
import type { Strength } from './verdict.js';

/** What the strength of the evidence rests on. */
export interface StrengthGround {
  readonly outcome: OutcomeKey;
  /** Share of people without a second check, as last published; null where it is not known. */
  readonly missing: number | null;
  /** Whether anything was read at all. */
  readonly read: boolean;
}

export interface StrengthOfEvidence {
  readonly strength: Strength;
  readonly reasons: readonly string[];
}

/** With whom an outcome is compared sets how strong its evidence can get. Nobody is assigned by lot, so nothing is strong. */
const BY_DESIGN: Readonly<Record<OutcomeKey, readonly [strength: Strength, reason: string]>> = {
  promotion_comparison: ['moderate', 'Compared at equal tenure, level and performance band; nobody was assigned by lot.'],
  skill_comparison: ['moderate', 'Compared at equal scores before with people checked in no track; nobody was assigned by lot.'],
  progression: ['very_limited', 'Held against a share that was expected beforehand: there is no comparison group.'],
  skill_change: ['very_limited', 'Before and after alone: there is no comparison group, and everybody learns.'],
};

const SOME_MISSING = 0.2;
const MANY_MISSING = 0.4;

/** Strength of the evidence: from how the outcome is compared, and from how much is missing. */
export function strengthOf({ outcome, missing, read }: StrengthGround): StrengthOfEvidence {
  if (!read) return { strength: 'none', reasons: ['No planned look has been read yet.'] };
  const [design, reason] = BY_DESIGN[outcome];
  const capped = missing === null ? design : lower(design, missingAllows(missing));
  return { strength: capped, reasons: [reason, missingInWords(outcome, missing)] };
}

function missingAllows(missing: number): Strength {
  if (missing > MANY_MISSING) return 'very_limited';
  return missing >= SOME_MISSING ? 'limited' : 'strong';
}

function missingInWords(outcome: OutcomeKey, missing: number | null): string {
  const bySkill = outcome === 'skill_change' || outcome === 'skill_comparison';
  if (missing === null)
    return bySkill
      ? 'How many second checks are missing is not published for this track.'
      : 'Steps and promotions come from records of the organisation.';
  return t('About {n} % of people with a check before have none after.', { n: Math.round(missing * 100) });
}

const ORDER: readonly Strength[] = ['none', 'very_limited', 'limited', 'moderate', 'strong'];
const lower = (one: Strength, other: Strength): Strength => (ORDER.indexOf(one) < ORDER.indexOf(other) ? one : other);

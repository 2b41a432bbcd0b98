import { MENTOR_CHANGE } from './mentor-change.js';
import { SELF_JUDGEMENT, SKILL_KEPT } from './calibration.js';
import { GUIDANCE } from './guidance.js';
import { SKILL_COMPARISON } from './skill-comparison.js';
import { PROMOTIONS_AFTER_LANDMARK, PROMOTION_TIMES, STEPS_AFTER_FIRST_YEAR } from './promotions.js';
import { SKILL_CHANGE, SKILL_CHANGE_OF_AGENTS } from './skill-change.js';
import { NOVEL_SITUATIONS, NOVEL_SITUATIONS_OF_AGENTS, PROGRESSION } from './beginners.js';
import { ENDINGS } from './endings.js';
import { WAIT } from './wait.js';
import { REACH_NEW_HIRES } from './reach-new-hires.js';
import { FUNNEL } from './funnel.js';
import { PULSE } from './pulse.js';
import { EXITS } from './exits.js';
import { LOAD } from './load.js';
import { ESCALATIONS } from './escalations.js';
import { SESSION_MIX } from './session-mix.js';
import { TIME_ZONE_GAP } from './time-zone-gap.js';
import { CADENCE } from './cadence.js';
import { RATIONALE } from './rationale.js';
import { JOINT_REVIEWS } from './joint-reviews.js';
import { GOALS } from './goals.js';
import { PAIRING } from './pairing.js';
import { CONTINUITY } from './continuity.js';
import { DEPENDENCE } from './dependence.js';
import { ROTATION } from './rotation.js';
import { MENTOR_TRAINING } from './mentor-training.js';
import { TEAMS } from './teams.js';
import { SKILL_GAP } from './skill-gap.js';
import { MATCHING_GIVEN_FIT } from './matching-given-fit.js';
import { OWNERSHIP } from './ownership.js';
import { DOSE_OF_AGENTS } from './dose-of-agents.js';
import { DATA_QUALITY } from './data-quality.js';
import type { Population } from './population.js';

/** Every population that measures count, beside who takes part and the months of mentees. */
export const POPULATIONS: readonly Population[] = [
  ...MENTOR_CHANGE,
  ...CONTINUITY,
  ...DATA_QUALITY,
  ...DEPENDENCE,
  ...ESCALATIONS,
  ...EXITS,
  ...GOALS,
  ...LOAD,
  ...MENTOR_TRAINING,
  ...PAIRING,
  ...PULSE,
  ...ROTATION,
  ...SKILL_GAP,
  ...TEAMS,
  CADENCE,
  DOSE_OF_AGENTS,
  ENDINGS,
  FUNNEL,
  GUIDANCE,
  JOINT_REVIEWS,
  MATCHING_GIVEN_FIT,
  NOVEL_SITUATIONS,
  NOVEL_SITUATIONS_OF_AGENTS,
  OWNERSHIP,
  PROGRESSION,
  PROMOTIONS_AFTER_LANDMARK,
  PROMOTION_TIMES,
  RATIONALE,
  REACH_NEW_HIRES,
  SELF_JUDGEMENT,
  SESSION_MIX,
  SKILL_CHANGE,
  SKILL_CHANGE_OF_AGENTS,
  SKILL_COMPARISON,
  SKILL_KEPT,
  STEPS_AFTER_FIRST_YEAR,
  TIME_ZONE_GAP,
  WAIT,
];

/** @throws Error where there is none of this key: a fault of a contract. */
export function populationOf(key: string): Population {
  const found = POPULATIONS.find((population) => population.key === key);
  if (!found) throw new Error(`there is no population ${key}`);
  return found;
}

import { checkContracts, type MeasureContract } from './contract.js';
import { cadence } from './cadence.js';
import { calibration } from './calibration.js';
import { capacity } from './capacity.js';
import { continuity } from './continuity.js';
import { dataQuality } from './data-quality.js';
import { delivery } from './delivery.js';
import { dependence } from './dependence.js';
import { dose } from './dose.js';
import { endings } from './endings.js';
import { escalations } from './escalations.js';
import { exitRecommend } from './exit-recommend.js';
import { exitThemes } from './exit-themes.js';
import { funnel } from './funnel.js';
import { goals } from './goals.js';
import { guidance } from './guidance.js';
import { jointReviews } from './joint-reviews.js';
import { load } from './load.js';
import { matchingGivenFit } from './matching-given-fit.js';
import { mentorChange } from './mentor-change.js';
import { mentorTraining } from './mentor-training.js';
import { novelSituations } from './novel-situations.js';
import { ownership } from './ownership.js';
import { pairing } from './pairing.js';
import { parityAdjusted } from './parity-adjusted.js';
import { parity } from './parity.js';
import { participation } from './participation.js';
import { practiceUptake } from './practice-uptake.js';
import { progression } from './progression.js';
import { promotionComparison } from './promotion-comparison.js';
import { pulse } from './pulse.js';
import { rationale } from './rationale.js';
import { reachNewHires } from './reach-new-hires.js';
import { rotation } from './rotation.js';
import { sessionMix } from './session-mix.js';
import { skillChange } from './skill-change.js';
import { skillComparison } from './skill-comparison.js';
import { skillGap } from './skill-gap.js';
import { teamMentoring } from './team-mentoring.js';
import { timeZoneGap } from './time-zone-gap.js';
import { wait } from './wait.js';

/** Every measure that a release contains, in the order of the file. A contract that hides its limits, or another contract, is refused here. */
export const MEASURES: readonly MeasureContract[] = checkContracts([
  cadence,
  calibration,
  capacity,
  continuity,
  dataQuality,
  delivery,
  dependence,
  dose,
  endings,
  escalations,
  exitRecommend,
  exitThemes,
  funnel,
  goals,
  guidance,
  jointReviews,
  load,
  matchingGivenFit,
  mentorChange,
  mentorTraining,
  novelSituations,
  ownership,
  pairing,
  parity,
  parityAdjusted,
  participation,
  practiceUptake,
  progression,
  promotionComparison,
  pulse,
  rationale,
  reachNewHires,
  rotation,
  sessionMix,
  skillChange,
  skillComparison,
  skillGap,
  teamMentoring,
  timeZoneGap,
  wait,
]);

/** The contract of a measure, or undefined where there is none of this key. */
export const measureOf = (key: string): MeasureContract | undefined => MEASURES.find((contract) => contract.key === key);

/** Versions of all methods together, as releases name them. */
export const METHOD_VERSION: string = MEASURES.map(({ method }) => method).join(' ');

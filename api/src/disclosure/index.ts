export { attack, Attacker, describeReport, type AttackReport, type Finding } from './attack/index.js';
export type { Secret } from './draw.js';
export {
  breakdownName,
  finestFirst,
  measureExposure,
  withinBudget,
  type Attempt,
  type SubjectExposure,
  type Told,
} from './exposure/budget.js';
export { evidenceByMeasure, evidenceOf, type EvidenceBySubject, type Members } from './exposure/evidence.js';
export { exposure, type Exposure } from './exposure/exposure.js';
export { exposureKnowing } from './exposure/knowing.js';
export { Numbering } from './exposure/numbering.js';
export type { Effort } from './exposure/probes.js';
export type { Evidence } from './exposure/stack.js';
export { protect, protectedInTurn } from './protect.js';
export { DisclosureRefusal, type RefusalCode } from './refusal.js';
export { chooseNoiseLevel } from './thresholds.js';

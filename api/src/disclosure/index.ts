export type { Evidence } from './exposure/stack.js';
export type { Secret } from './draw.js';
export { DisclosureRefusal, type RefusalCode } from './refusal.js';
export { attack, describeReport, type AttackReport, type Finding } from './attack/index.js';
export { chooseNoiseLevel } from './thresholds.js';
export { exposure, type Exposure } from './exposure/exposure.js';
export { protect } from './protect.js';

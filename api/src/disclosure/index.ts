export { attack, describeReport, type AttackReport, type Finding } from './attack/index.js';
export type { Secret } from './draw.js';
export { protect } from './protect.js';
export { DisclosureRefusal, type RefusalCode } from './refusal.js';
export { chooseNoiseLevel } from './thresholds.js';

export type { Secret } from './draw.js';
export { protect } from './protect.js';
export { DisclosureRefusal, type RefusalCode } from './refusal.js';
export { chooseNoiseLevel } from './thresholds.js';

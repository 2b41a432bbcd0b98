export * from './canonical-json.js';
export * from './cell.js';
export * from './dimension.js';
export * from './estimate.js';
export * from './period.js';
export * from './policy.js';
export * from './release-file.js';
export * from './statistic.js';

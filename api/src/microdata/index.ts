export * from './loads/index.js';
export * from './cohorts/index.js';
export * from './rights/index.js';

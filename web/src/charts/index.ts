export * from './axes.js';
export * from './curve.js';
export * from './flags.js';
export * from './forest-height.js';
export * from './mark.js';
export * from './place.js';

export * from './axes.js';
export * from './IntervalStrip.js';
export * from './mark.js';
export * from './parity-class.js';
export * from './forest-height.js';

/** The door to the drawings that are part of the first load; the forest plot is loaded when a page needs it. */
export * from './IntervalStrip.js';
export * from './VerdictStrip.js';

/** The door to the plain drawings; the forest plot brings Recharts along and is loaded when a page needs it. */
export * from './IntervalStrip.js';
export * from './VerdictStrip.js';
export * from './StepChart.js';
export * from './StripRows.js';
export * from './TrendChart.js';

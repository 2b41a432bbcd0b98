export * from './findings.js';
export * from './HeadlineList.js';
export * from './headlines.js';
export * from './marks.js';
export * from './parts.js';
export * from './places.js';
export * from './topics.js';
export * from './use-headlines.js';

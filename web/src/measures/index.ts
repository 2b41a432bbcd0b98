export * from './findings.js';
export * from './marks.js';
export * from './parts.js';
export * from './topics.js';
export * from './headlines.js';
export * from './use-headlines.js';

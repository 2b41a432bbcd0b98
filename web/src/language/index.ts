export * from './languages.js';
export * from './text.js';

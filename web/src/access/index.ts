export * from './may.js';
export * from './page-rights.js';
export * from './session.js';

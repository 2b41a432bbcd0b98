export * from './addresses.js';
export * from './catalogue.js';
export * from './cell.js';
export * from './client.js';
export * from './documents.js';
export * from './upload.js';
export * from './use-ask.js';
export * from './use-tables.js';

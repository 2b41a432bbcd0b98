import base from './jest.config.mjs';

/** What takes longer than `npm test` may: kills, minutes of load, many seeds. */
export default {
  ...base,
  roots: ['<rootDir>/test/prove'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 900_000,
};

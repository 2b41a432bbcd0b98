import os from 'node:os';

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: false },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
    module: { type: 'es6' },
  },
];

/** Specs of the pure rooms stand beside their code; everything that crosses rooms stands under `test`. */
export default {
  roots: ['<rootDir>/api/src', '<rootDir>/web/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/prove/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#german$': '<rootDir>/web/src/language/german/index.ts',
    '^#(language|wording)$': '<rootDir>/web/src/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc },
  // One more than there are cores: much of what is tested is other processes, and who waits for one leaves a core to others.
  maxWorkers: os.availableParallelism() + 1,
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

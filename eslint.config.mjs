import path from 'node:path';
import tseslint from 'typescript-eslint';

const CORES = ['api/src/kernel/**/*.ts', 'api/src/statistics/**/*.ts', 'api/src/disclosure/**/*.ts'];
const TESTS = ['**/*.spec.ts', 'test/**/*.ts', 'test/bench/*.mjs'];

/** How large a piece may be before it has to be two. */
const sizes = {
  'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  'max-depth': ['error', 3],
  // A switch over a closed list is one decision.
  complexity: ['error', { max: 10, variant: 'modified' }],
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'api/.dist-*/', 'artifacts/', 'coverage/', '.overstory/', 'test/golden/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.strict],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './web/tsconfig.json'], tsconfigRootDir: path.resolve(import.meta.dirname) },
    },
    rules: {
      ...sizes,
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Doors are interfaces of closures here, which have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 15, variant: 'modified' }],
    },
  },
  {
    // The same input gives the same answer, whenever and however often it is asked.
    files: CORES,
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'performance', 'process', 'crypto'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Randomness is an argument.' }],
      // Numerical code walks arrays by index, where the bound is the loop's.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // A catalogue is long because the texts are many.
    files: ['**/german/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.base],
    rules: sizes,
  },
  {
    // A table of cases is long because the cases are many.
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      complexity: 'off',
      'max-depth': 'off',
      'max-params': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);

import { describe, expect, it } from '@jest/globals';
import { SIGN_IN_PROBLEMS } from '../../../api/src/access/provider.js';
import { problemInWords } from './problems.js';

describe('a problem at sign-in', () => {
  it('has words for everything that the server may name, and they say what to do', () => {
    for (const problem of SIGN_IN_PROBLEMS) expect(problemInWords(problem, 'Example SSO')).toMatch(/Ask|again|Sign in with/);
  });

  it('is nothing that an address could make up', () => {
    for (const made of [null, '', 'constructor', '<b>call 555</b>']) expect(problemInWords(made, null)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { followedFinding, followedTally } from './audits.js';

describe('what followed decisions about findings', () => {
  it('is told with the reason where nobody can tell', () => {
    expect(followedFinding('better', null)).toBe('Moved for the better, by more than chance explains');
    expect(followedFinding('cannot-tell', 'no-later-quarter')).toBe('Cannot tell: there is no later quarter yet');
  });

  it('is counted by what happened, and names nothing else', () => {
    const scored = ['better', 'cannot-tell', 'cannot-tell'].map((followed) => ({ followed }));
    expect(followedTally(scored)).toBe('moved for the better 1, cannot tell 2');
  });
});

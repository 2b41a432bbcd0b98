import { describe, expect, it } from '@jest/globals';
import { comeBack, landingOf } from './come-back.js';

describe('where to go after signing in', () => {
  it('is an address of this product, never another host', () => {
    expect(comeBack('/explore/participation?by=level')).toBe('/explore/participation?by=level');
    for (const wish of [
      null,
      '//elsewhere.example',
      '/\\elsewhere.example',
      'https://elsewhere.example',
      'javascript:alert(1)',
      '/sign-in',
    ])
      expect(comeBack(wish)).toBe('/start');
  });

  it('is the page that the role comes for, without a wish', () => {
    expect(comeBack(null, landingOf('data-steward'))).toBe('/data/loads');
    expect(comeBack('/trust', landingOf('data-steward'))).toBe('/trust');
    expect(landingOf('a role that is not known yet')).toBe('/');
  });
});

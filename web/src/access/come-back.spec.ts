import { describe, expect, it } from '@jest/globals';
import { comeBack } from './come-back.js';

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
      expect(comeBack(wish)).toBe('/');
  });
});

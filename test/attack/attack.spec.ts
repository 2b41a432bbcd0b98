import { describe, expect, it } from '@jest/globals';
import { attack } from '../../api/src/disclosure/attack/index.js';
import { release } from './support/release.js';

describe('an export of the product', () => {
  it('withstands every attack', () => {
    const file = release();
    const report = attack([file]);
    expect(report.findings).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import { MEASURES, methodPage } from '../../api/src/measures/index.js';

describe('the method page', () => {
  it.each(MEASURES.map((contract) => [contract.key, contract] as const))('of %s says what its contract says', (key, contract) => {
    const file = `docs/methods/measures/${key}.md`;
    if (process.env.PRINT_METHODS) fs.writeFileSync(file, methodPage(contract));
    expect(fs.readFileSync(file, 'utf8')).toBe(methodPage(contract));
  });

  it('exists for no measure that does not', () => {
    expect(fs.readdirSync('docs/methods/measures').sort()).toEqual(MEASURES.map(({ key }) => `${key}.md`));
  });
});

import { describe, expect, it } from '@jest/globals';
import { charterDocument, type CharterContent, parseCharter } from './charter.js';
import { CHARTER_TEMPLATES, fromTemplate, templateFor } from './templates.js';

const [TEMPLATE] = CHARTER_TEMPLATES;
if (!TEMPLATE) throw new Error('there are no templates');
const CHARTER = fromTemplate(TEMPLATE, '2026-11-21', 1);
const faultsOf = (change: object): string => {
  try {
    parseCharter({ ...CHARTER, ...change });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a charter', () => {
  it.each(CHARTER_TEMPLATES.map((template) => [template.key, template] as const))(
    'of the template %s can be used',
    (_, template) => {
      const content = fromTemplate(template, '2026-11-21', 1);
      expect(parseCharter(content)).toEqual(content);
      expect(content.looks[0]).toBe('2026-Q4');
      expect(content.looks).toHaveLength(template.looks);
    },
  );

  it.each<[string, object, RegExp]>([
    ['an aim of a word', { aim: 'better' }, /- aim says/],
    ['an outcome that nobody measures', { outcome: 'happiness' }, /- outcome is one of/],
    ['an effect that is none', { smallestEffect: 0 }, /- smallestEffect is/],
    ['a share without a reference', { reference: null }, /- reference is/],
    ['looks out of order', { looks: ['2026-Q4', '2026-Q3'] }, /- looks names/],
    ['a look that is no quarter', { looks: ['2026-Q5'] }, /- looks names/],
    ['no look', { looks: [] }, /- looks names/],
    ['the deciding outcome among the others', { secondary: ['progression'] }, /- secondary does not name/],
    ['three people', { people: { first: 3, each: 0, minimum: 3 } }, /- people says/],
    ['no people', { people: null }, /- people says/],
    ['a day to object', { challengeDays: 1 }, /- challengeDays/],
  ])('is refused with %s, and says where', (_name, change, fault) => {
    expect(faultsOf(change)).toMatch(fault);
  });

  it('keeps nothing that is not part of it', () => {
    expect(parseCharter({ ...CHARTER, person: 'somebody' })).toEqual(CHARTER);
    expect(() => parseCharter(null)).toThrow(/This charter cannot be used/);
  });

  it('has the same bytes in whatever order it was written', () => {
    const turned = Object.fromEntries(Object.entries(CHARTER).reverse()) as unknown as CharterContent;
    expect(charterDocument('x', turned)).toBe(charterDocument('x', CHARTER));
    expect(charterDocument('y', CHARTER)).not.toBe(charterDocument('x', CHARTER));
  });

  it('starts from practice and purpose', () => {
    expect(templateFor({ practice: 'coaching', purpose: 'leadership' }).key).toBe('coaching');
    expect(templateFor({ practice: 'mentoring', purpose: 'legacy' }).key).toBe('legacy');
    expect(templateFor({ practice: null, purpose: null }).key).toBe('skill');
  });
});

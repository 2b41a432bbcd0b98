import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bannedIn } from './banned.js';
import { comparing } from './comparing.js';
import type { NamedValue } from './groups.js';
import {
  changeSentence,
  comparisonsNote,
  differs,
  inReadingOrder,
  type ParityFinding,
  paritySentence,
  parityTitle,
  quietSentence,
  restSentence,
  similarNote,
} from './parity.js';
import { type Verdict, VERDICTS } from './verdicts.js';

const level2: readonly NamedValue[] = [{ dimension: 'level', dimensionLabel: 'Level', value: '2', label: '2' }];
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const finding = (verdict: Verdict, ratio: number, lower: number, upper: number | null): ParityFinding => ({
  group: level2,
  ratio,
  lower,
  upper,
  verdict,
  comparisons: 24,
});
const mentees = comparing('parity', 'mentee');
const mentors = comparing('parity', 'mentor');
const said = (one: ParityFinding, words = mentees): string => plain(paritySentence(one, words));

describe('the finding of a comparison', () => {
  it('names group, comparison and interval where the gap is clear', () => {
    expect(said(finding('clearly_lower', 0.58, 0.43, 0.78))).toBe(
      'Level 2 engineers take part at about 58 % of the rate of everyone else, 95 % interval 43 % to 78 %. The gap is at least 22 %.',
    );
  });

  it('gives both ends of the gap where its size is uncertain', () => {
    expect(said(finding('lower_unsure', 0.85, 0.72, 0.97))).toContain('The gap could be as small as 3 % or as large as 28 %.');
    expect(said(finding('higher_unsure', 1.3, 1.1, 1.6))).toContain('The gap could be as small as 10 % or as large as 60 %.');
  });

  it('rules out a larger gap where rates are similar', () => {
    expect(said(finding('similar', 1.02, 0.9, 1.15))).toBe(
      'Level 2 engineers and everyone else take part at similar rates, 95 % interval 90 % to 115 % of the others’ rate. We can rule out a gap larger than 15 %.',
    );
  });

  it('says that it cannot tell, and that this is no evidence of equality', () => {
    expect(said(finding('cannot_tell', 0.9, 0.6, 1.35))).toBe(
      'We cannot tell whether level 2 engineers take part more or less often than everyone else: the data fit anything from 60 % to 135 % of the others’ rate. This is not evidence of equality.',
    );
  });

  it('names the comparisons where an adjusted verdict contradicts its interval', () => {
    expect(said(finding('cannot_tell', 0.8, 0.65, 0.98))).toBe(
      'Level 2 engineers take part at about 80 % of the rate of everyone else, 95 % interval 65 % to 98 %. Among 24 comparisons such an interval can arise by chance, so we cannot tell yet. This is not evidence of equality.',
    );
  });

  it('speaks of mentors as mentors', () => {
    expect(said(finding('clearly_lower', 0.58, 0.43, 0.78), mentors)).toContain('Level 2 engineers act as mentors at about 58 %');
  });

  it('says so where the upper end has no estimate', () => {
    expect(said(finding('clearly_higher', 1.6, 1.3, null))).toContain('an upper end we cannot estimate');
  });

  it('carries no banned word, whatever the numbers', () => {
    const numbers = fc.double({ min: 0.01, max: 4, noNaN: true });
    fc.assert(
      fc.property(numbers, numbers, numbers, fc.constantFrom(...VERDICTS), (a, b, c, verdict) => {
        const [lower, ratio, upper] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const one = finding(verdict, ratio, lower, upper);
        for (const text of [paritySentence(one, mentees), parityTitle([one], mentees), quietSentence([one], mentors)])
          expect(bannedIn(text)).toEqual([]);
      }),
    );
  });

  it('never tells of a lower rate in a sentence of a higher one', () => {
    expect(said(finding('clearly_higher', 1.4, 1.3, 1.6))).not.toMatch(/lower|less/);
    expect(said(finding('slightly_lower', 0.9, 0.82, 0.97))).not.toMatch(/higher|more often/);
  });
});

describe('the title of a comparison', () => {
  const titles: readonly [ParityFinding[], string][] = [
    [[finding('clearly_lower', 0.58, 0.43, 0.78)], 'Level 2 engineers take part at a clearly lower rate than everyone else'],
    [
      [finding('clearly_lower', 0.5, 0.4, 0.7), finding('clearly_lower', 0.6, 0.5, 0.7), finding('similar', 1, 0.9, 1.1)],
      'Two of three groups take part at a clearly lower rate than everyone else',
    ],
    [[finding('similar', 1, 0.9, 1.1)], 'Level 2 engineers and everyone else take part at similar rates'],
    [[finding('similar', 1, 0.9, 1.1), finding('similar', 1, 0.9, 1.1)], 'All groups shown take part at similar rates'],
    [[finding('cannot_tell', 1, 0.5, 2)], 'We cannot tell yet whether level 2 engineers take part equally'],
    [
      [finding('similar', 1, 0.9, 1.1), finding('cannot_tell', 1, 0.5, 2)],
      'We cannot tell yet whether these groups take part equally',
    ],
    [[], 'No comparison can be shown here'],
  ];

  it.each(titles)('says what all findings say together', (findings, title) => {
    expect(parityTitle(findings, mentees)).toBe(title);
  });

  it('names what is compared: a dose is no rate', () => {
    const dose = comparing('dose', 'mentee');
    expect(parityTitle([finding('clearly_lower', 0.58, 0.43, 0.78)], dose)).toBe(
      'Level 2 engineers receive mentoring at a clearly lower dose than everyone else',
    );
    expect(said(finding('cannot_tell', 0.9, 0.6, 1.35), dose)).toMatch(
      /receive mentoring more or less than everyone else.*of the others’ dose/,
    );
  });

  it('counts instead of naming where a name would make it too long', () => {
    const long = [
      { dimension: 'team', dimensionLabel: 'Team', value: 'x', label: 'Platform Reliability and Customer Data Engineering' },
    ];
    expect(
      parityTitle([{ ...finding('clearly_lower', 0.5, 0.4, 0.7), group: long }, finding('similar', 1, 0.9, 1.1)], mentees),
    ).toBe('In one of two groups people take part less often than everyone else');
  });

  it('has at most fifteen words', () => {
    for (const verdict of VERDICTS)
      expect(parityTitle([finding(verdict, 1, 1, 1)], mentors).split(' ').length).toBeLessThanOrEqual(15);
  });
});

describe('what stands around a finding', () => {
  it('sums up the groups without a difference, hidden ones too', () => {
    expect(
      restSentence([finding('similar', 1, 0.9, 1.1), finding('cannot_tell', 1, 0.5, 2), finding('cannot_tell', 1, 0.4, 2)], 1),
    ).toBe('One group is similar to everyone else; for two groups we cannot tell yet; one is hidden [c].');
  });

  it('reads overlapping quarters as chance and others as more', () => {
    const now = finding('clearly_lower', 0.58, 0.43, 0.78);
    expect(changeSentence(now, finding('lower_unsure', 0.7, 0.5, 0.9), 'Q2 2026')).toContain(
      'within the variation we expect by chance',
    );
    expect(changeSentence(now, finding('similar', 1, 0.9, 1.1), 'Q2 2026')).toContain('more than chance would usually explain');
  });

  it('keeps the programme’s order inside one verdict', () => {
    const order = inReadingOrder([
      finding('similar', 1, 0.9, 1.1),
      finding('clearly_lower', 0.6, 0.5, 0.7),
      finding('clearly_lower', 0.5, 0.4, 0.6),
    ]);
    expect(order.map((one) => one.ratio)).toEqual([0.6, 0.5, 1]);
    expect(order.filter(differs)).toHaveLength(2);
  });

  it('says that the range is no legal test and what adjusting is for', () => {
    expect(similarNote(0.8, 1.25)).toBe(
      '0.80 to 1.25 is a range this organisation chose for deciding what to look at first. It is not a legal test.',
    );
    expect(comparisonsNote(24)).toContain('about one would still stand out');
  });
});

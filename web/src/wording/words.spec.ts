import { describe, expect, it } from '@jest/globals';
import { bannedIn } from './banned.js';
import { calendarDate, quarter, quarterWithMonths, span, stamp } from './dates.js';
import { groupAtStart, groupInside, groupLabel, type NamedValue } from './groups.js';
import { count, interval, measured, percent, points, probability, ratio, written } from './numbers.js';
import { absence, ABOUT_NOTE, HIDDEN_SHORT, hiddenExplained, hiddenShare, reasonSentence } from './protection.js';
import { estimateSentence, estimateTitle, spreadSentence } from './rates.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const part = (dimension: string, dimensionLabel: string, value: string, label = value): NamedValue => ({
  dimension,
  dimensionLabel,
  value,
  label,
});

describe('numbers', () => {
  it('writes percentages, points, ratios and counts as people read them', () => {
    expect(plain(percent(0.583))).toBe('58 %');
    expect(points(-0.04)).toBe('\u22124 percentage points');
    expect(points(0.01)).toBe('1 percentage point');
    expect(ratio(0.582)).toBe('0.58');
    expect(count(1234)).toBe('1,234');
    expect(plain(interval('43 %', '78 %'))).toBe('95 % interval 43 % to 78 %');
  });

  it('shows a drawn count below zero as zero and never a negative zero', () => {
    expect(count(-1)).toBe('0');
    expect(plain(percent(-0.001))).toBe('0 %');
    expect(ratio(-0.001)).toBe('0.00');
  });

  it('writes small probabilities as a limit', () => {
    expect(probability(0.00001)).toBe('below 0.001');
    expect(probability(0.0042)).toBe('0.004');
    expect(probability(0.031)).toBe('0.03');
  });

  it('follows the contract’s formats', () => {
    expect(plain(written(0.31, 'fraction'))).toBe('31 %');
    expect(written(12.4, 'people')).toBe('12');
    expect(written(84.2, 'minutes')).toBe('84');
    expect(measured(3.14)).toBe('3.1');
  });
});

describe('dates', () => {
  it('writes calendar dates without a time zone', () => {
    expect(calendarDate('2026-10-01')).toBe('1 October 2026');
    expect(quarter('2026-Q3')).toBe('Q3 2026');
    expect(quarterWithMonths('2026-Q3', '2026-07-01', '2026-09-30')).toBe('Q3 2026 (July to September)');
    expect(span('2026-11-01', '2027-01-31')).toBe('November 2026 to January 2027');
  });

  it('writes instants with their zone', () => {
    expect(stamp('2026-10-02T12:05:00Z', 'UTC')).toBe('2 October 2026, 12:05 UTC');
  });
});

describe('groups', () => {
  it('names people, not codes', () => {
    expect(groupAtStart([part('level', 'Level', '2')])).toBe('Level 2 engineers');
    expect(groupAtStart([part('level', 'Level', '2'), part('team', 'Team', 'eng/platform', 'Platform')])).toBe(
      'Level 2 engineers in Platform',
    );
    expect(groupAtStart([part('demo_gender', 'Gender', 'f', 'Women')])).toBe('Women');
    expect(groupAtStart([part('demo_origin', 'Origin', 'international', 'Moved here')])).toBe(
      'Engineers with origin “Moved here”',
    );
    expect(groupAtStart([part('tenure', 'Tenure', '0-1')])).toBe('Engineers with 0 to 1 years in the company');
    expect(groupAtStart([part('tenure', 'Tenure', '4+')])).toBe('Engineers with 4 or more years in the company');
    expect(groupAtStart([part('tenure', 'Tenure', '0-1', 'Less than 1 year')])).toBe(
      'Engineers with less than 1 year in the company',
    );
    expect(groupAtStart([part('level', 'Level', '(not said)')])).toBe('Engineers whose level is not said');
    expect(groupAtStart([part('team', 'Team', 'eng/product/(here)', 'Product (here)')])).toBe(
      'Engineers placed directly in Product',
    );
    expect(groupAtStart([part('level', 'Level', '2'), part('demo_gender', 'Gender', 'f', 'Women')])).toBe(
      'Level 2 engineers with gender “Women”',
    );
    expect(groupAtStart([])).toBe('All engineers');
  });

  it('keeps names of places inside a sentence', () => {
    expect(groupInside([part('level', 'Level', '2')])).toBe('level 2 engineers');
    expect(groupInside([part('location', 'Location', 'Berlin')])).toBe('engineers in Berlin');
  });

  it('has short labels for rows', () => {
    expect(groupLabel([])).toBe('Whole organisation');
    expect(groupLabel([part('tenure', 'Tenure', '(not said)')])).toBe('Tenure not said');
    expect(groupLabel([part('team', 'Team', 'a', 'A'), part('level', 'Level', '2')])).toBe('A · Level 2');
  });
});

describe('what is hidden', () => {
  it('has one mark, one name and never a reason', () => {
    expect(absence('suppressed')).toEqual({ mark: '[c]', name: 'hidden', explained: HIDDEN_SHORT });
    expect(absence('anything else').mark).toBe('[c]');
    for (const text of [HIDDEN_SHORT, hiddenExplained(5, 10), hiddenShare(14, 96), ABOUT_NOTE])
      expect(bannedIn(text)).toEqual([]);
  });

  it('gives other absences marks of their own', () => {
    expect(['notEstimable', 'structuralZero', 'notCollected'].map((status) => absence(status).mark)).toEqual([
      '[u]',
      '[z]',
      '[x]',
    ]);
    expect(reasonSentence('protection')).toContain('protection makes it too uncertain');
    expect(reasonSentence(null)).toBe('This cannot be estimated.');
  });
});

describe('estimates', () => {
  const participation = {
    measure: 'participation',
    variant: 'mentee',
    variantLabel: 'as a mentee',
    value: 'rate',
    valueLabel: 'Rate',
    format: 'fraction',
  };
  const dose = {
    measure: 'dose',
    variant: 'mentee',
    variantLabel: 'received by mentees',
    value: 'mean',
    valueLabel: 'Minutes a month',
    format: 'minutes',
  };
  const unknown = { ...dose, measure: 'queue', valueLabel: 'Days to a mentor', format: 'days' };
  const whole = { group: [], value: 0.31, lower: 0.28, upper: 0.34 };

  it('are sentences with their interval', () => {
    expect(plain(estimateSentence(whole, participation))).toBe(
      'About 31 % of engineers take part as mentees, 95 % interval 28 % to 34 %.',
    );
    expect(plain(estimateSentence({ group: [], value: 84, lower: 80, upper: 88 }, dose))).toBe(
      'Mentees meet for about 84 minutes a month, 95 % interval 80 to 88.',
    );
    expect(plain(estimateSentence({ group: [], value: 12, lower: 10, upper: 14 }, unknown))).toBe(
      'The value of “Days to a mentor” is about 12, 95 % interval 10 to 14.',
    );
  });

  it('name the group that they tell of: people, a track, a column of the measure’s own', () => {
    const of = (...group: NamedValue[]) =>
      plain(estimateSentence({ ...whole, group }, { ...participation, measure: 'cadence', value: 'kept' }));
    expect(of(part('level', 'Level', '2'))).toBe(
      'Among level 2 engineers, about 31 % of running relationships keep their agreed dose, 95 % interval 28 % to 34 %.',
    );
    expect(of(part('track', 'Track', 'depth', 'Depth'))).toMatch(/^In the track Depth, about/);
    expect(of(part('theme', 'Theme', 'growth', 'Growth'))).toMatch(/^For theme “Growth”, about/);
  });

  it('claim no direction that their interval leaves open', () => {
    const change = { ...dose, measure: 'skill_change', variant: 'checked', value: 'change', format: 'points' };
    const told = (value: number, lower: number, upper: number) =>
      plain(estimateSentence({ group: [], value, lower, upper }, change));
    expect(told(4.9, 4, 5.7)).toBe(
      'Skill scores of mentees rose by about 4.9 points from before to after, 95 % interval 4.0 to 5.7.',
    );
    expect(told(-4.9, -5.7, -4)).toContain('fell by about 4.9 points');
    expect(told(1, -2, 4)).toBe(
      'We cannot tell whether skill scores of mentees rose or fell from before to after: the data fit anything from −2.0 to 4.0 points.',
    );
    const odds = { ...dose, measure: 'promotion_comparison', variant: 'landmark', value: 'oddsRatio', format: 'ratio' };
    expect(plain(estimateTitle({ group: [], value: 1.4, lower: 0.7, upper: 2.9 }, odds))).toBe(
      'We cannot tell yet whether mentored people stepped up at other odds than others alike',
    );
  });

  it('have titles of at most fifteen words and a spread without a ranking', () => {
    expect(estimateTitle(whole, participation).split(' ').length).toBeLessThanOrEqual(15);
    expect(plain(spreadSentence([whole, { ...whole, value: 0.2 }], participation))).toContain('20 % to 31 %');
    expect(spreadSentence([whole], participation)).toBe('');
  });
});

describe('banned words', () => {
  it('are found', () => {
    expect(bannedIn('a significant gap')).toEqual(['significant']);
    expect(bannedIn('hidden: fewer than 10 people')).toEqual(['fewer than']);
    expect(bannedIn('Level 2 engineers take part at about 58 % of the rate')).toEqual([]);
  });
});

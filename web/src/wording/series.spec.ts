import { describe, expect, it } from '@jest/globals';
import { bannedIn } from './banned.js';
import { movedInWords, movedSentence, nearestHint, SERIES_NOTE, seriesTitle } from './series.js';

const move = (period: string, since: string, verdict: 'higher' | 'lower' | 'withinChance') => ({ period, since, verdict });

describe('a series over quarters', () => {
  const calm = move('2026-Q2', '2026-Q1', 'withinChance');
  const titles = [
    [[], 'One quarter alone shows no movement yet'],
    [[calm], 'Participation stayed within chance from quarter to quarter'],
    [[calm, move('2026-Q3', '2026-Q2', 'lower')], 'Participation was lower in Q3 2026: more than chance would usually explain'],
    [[move('2026-Q2', '2026-Q1', 'higher'), move('2026-Q3', '2026-Q2', 'withinChance')], 'Participation stayed within chance since Q2 2026; earlier quarters moved more'],
  ] as const; // prettier-ignore

  it.each(titles)('is told by its newest change, without a direction where chance explains it', (moves, title) => {
    expect(seriesTitle('Participation', moves)).toBe(title);
    expect(title.split(' ').length).toBeLessThanOrEqual(15);
  });

  it('says what chance explains, and what it does not', () => {
    expect(movedInWords('withinChance')).toBe('within chance');
    expect(movedSentence('2026-Q2', '+2 points', 'x', 'higher')).toContain('more than chance would usually explain');
    expect(movedSentence('2026-Q2', '+2 points', 'x', 'withinChance')).toContain('within the variation we expect by chance');
    for (const text of [SERIES_NOTE, nearestHint(null), movedInWords('lower')]) expect(bannedIn(text)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { bannedIn } from './banned.js';
import {
  effectRange,
  effectWithUnit,
  stillRunningSentence,
  strengthWords,
  TRACK_VERDICTS,
  trackBadge,
  trackMarkSentence,
  trackSentence,
} from './tracks.js';

const telling = (more: object = {}) => ({
  name: 'Backend depth',
  verdict: 'clear_benefit',
  strength: 'moderate',
  outcome: 'skill_comparison',
  unit: 'points',
  smallestEffect: 5,
  effect: { value: 8, lower: 6, upper: 10 },
  ...more,
});

describe('the words of a track', () => {
  it('follow the strength of the evidence and not the size of the effect', () => {
    expect(trackSentence(telling())).toMatch(/^Backend depth probably improved .* by 8\.0 points \(interval 6\.0 to 10 points\)/);
    expect(trackSentence(telling({ strength: 'limited' }))).toContain('may have improved');
    expect(trackSentence(telling({ strength: 'very_limited' }))).toContain('very uncertain whether Backend depth is the cause');
  });

  it('say how many are still mentored only where the group is large enough', () => {
    const running = { period: '2026-Q3', status: 'shown', mentees: 22 };
    expect(stillRunningSentence(running)).toBe('About 22 people were still mentored in it at the end of Q3 2026.');
    expect(stillRunningSentence({ ...running, status: 'suppressed', mentees: null })).toMatch(/is not shown\. \[c\] Hidden/);
    expect(stillRunningSentence({ ...running, status: 'notCollected', mentees: null })).toMatch(/is not shown\.$/);
  });

  it('tell what a flag on a chart stands for', () => {
    const mark = { kind: 'charter', on: '2026-05-02', version: 2, changed: null };
    expect(trackMarkSentence(mark)).toBe('Charter, version 2, locked on 2 May 2026.');
    expect(trackMarkSentence({ ...mark, kind: 'adjust', version: null, changed: 'Groups of three.' })).toBe(
      'Adjust, decided on 2 May 2026: Groups of three.',
    );
    expect(trackMarkSentence({ ...mark, kind: 'windDown' })).toBe('Nobody is paired anew from 2 May 2026.');
  });

  it('say inconclusive apart from no effect', () => {
    const open = trackSentence(telling({ verdict: 'inconclusive', effect: { value: 2, lower: -3, upper: 7 } }));
    const none = trackSentence(telling({ verdict: 'no_measurable_effect', effect: { value: 0, lower: -2, upper: 3 } }));
    expect(open).toMatch(/cannot tell.*anything from −3\.0 to 7\.0 points.*matters is 5\.0 points/);
    expect(none).toMatch(/rule out a change of 5\.0 points or more/);
    expect(open).not.toMatch(/rule out/);
  });

  it('say nothing of a track that was not looked at', () => {
    expect(trackSentence(telling({ effect: null, verdict: 'not_assessable' }))).toMatch(/^Nothing can be said/);
  });

  it('use no word that is banned, whatever the verdict and the strength', () => {
    for (const verdict of TRACK_VERDICTS)
      for (const strength of ['strong', 'moderate', 'limited', 'very_limited', 'none'])
        expect(bannedIn(trackSentence(telling({ verdict, strength })))).toEqual([]);
  });

  it('have a word and a shape for every verdict, and dots for every strength', () => {
    expect(new Set(TRACK_VERDICTS.map((verdict) => trackBadge(verdict).word)).size).toBe(TRACK_VERDICTS.length);
    expect(new Set(TRACK_VERDICTS.map((verdict) => trackBadge(verdict).shape)).size).toBe(TRACK_VERDICTS.length);
    expect(strengthWords('limited')).toEqual({ dots: '●●○○', word: 'Limited' });
  });

  it('write each unit its own way', () => {
    expect(effectWithUnit(0.1, 'share')).toBe('10 percentage points');
    expect(effectRange({ lower: 0.8, upper: 1.25 }, 'ratio')).toBe('0.80 to 1.25 times');
  });
});

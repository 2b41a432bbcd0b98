import { describe, expect, it } from '@jest/globals';
import { findPlaces } from './find-places.js';
import { readPreferences } from './preferences.js';

const places = [
  { to: '/', label: 'Overview', section: 'Start' },
  { to: '/outcomes/skill_change', label: 'Skill change: Did skills rise?', section: 'Skills' },
  { to: '/explore/experience', label: 'Experience', section: 'Explore equity' },
];

describe('the palette', () => {
  it('finds by words of the name and of the section, names that begin with the wish first', () => {
    expect(findPlaces(places, 'skill').map(({ to }) => to)).toEqual(['/outcomes/skill_change']);
    expect(findPlaces(places, 'ex').map(({ to }) => to)).toEqual(['/explore/experience']);
    expect(findPlaces(places, 'rise skills').map(({ to }) => to)).toEqual(['/outcomes/skill_change']);
    expect(findPlaces(places, 'o').map(({ label }) => label)[0]).toBe('Overview');
    expect(findPlaces(places, 'nobody at all')).toEqual([]);
    expect(findPlaces(places, '')).toHaveLength(3);
  });
});

describe('preferences', () => {
  it('are known choices, or the usual ones', () => {
    expect(readPreferences(null)).toEqual({ density: 'comfortable', keys: true, language: null });
    expect(readPreferences('{"density":"compact","keys":false,"language":"de"}')).toEqual({
      density: 'compact',
      keys: false,
      language: 'de',
    });
    expect(readPreferences('{"density":"<b>","language":"xx"}')).toEqual({ density: 'comfortable', keys: true, language: null });
    expect(readPreferences('not json')).toEqual({ density: 'comfortable', keys: true, language: null });
  });
});

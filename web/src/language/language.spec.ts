import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Language, pieces, speak, spokenOf, t, teach } from './index.js';

const speaking = (language: Language): void => speak(() => language);

beforeEach(() => speaking('en'));

describe('a text', () => {
  teach('de', {
    'Hello': 'Hallo',
    '{name} has {n, plural, one {# track} other {# tracks}}': '{n, plural, one {# Track} other {# Tracks}} bei {name}',
    'Read <a>how</a> it works': 'Lesen Sie, <a>wie</a> es geht',
    'Open##state': 'Offen',
  }); // prettier-ignore

  it('is English as it stands when English is read', () => {
    expect(t('Hello')).toBe('Hello');
    expect(t('It’s {about}, isn\'t it? <5')).toBe('It’s {about}, isn\'t it? <5'); // prettier-ignore
    expect(t('{name} has {n, plural, one {# track} other {# tracks}}', { name: 'A <b>', n: 1 })).toBe('A <b> has 1 track');
    expect(t('Open##state')).toBe('Open');
  });

  it('is German where German is read, and English where the catalogue does not know it', () => {
    speaking('de');
    expect(t('Hello')).toBe('Hallo');
    expect(t('{name} has {n, plural, one {# track} other {# tracks}}', { name: 'A', n: 2 })).toBe('2 Tracks bei A');
    expect(t('Open##state')).toBe('Offen');
    expect(t('Nobody knows this')).toBe('Nobody knows this');
  });

  it('keeps its tags for whoever makes links of them', () => {
    speaking('de');
    expect(pieces('Read <a>how</a> it works', { a: (inside: unknown[]) => ({ link: inside }) })).toEqual([
      'Lesen Sie, ',
      { link: ['wie'] },
      ' es geht',
    ]);
  });

  it('in disguise has no plain letter left, but keeps names, numbers and syntax', () => {
    speaking('en-XA');
    expect(t('Hello')).not.toMatch(/[a-z]/i);
    expect(t('{name} has {n, plural, one {# track} other {# tracks}}', { name: 'ab', n: 2 })).toMatch(/^ab [^a-z]+ 2 [^a-z]+$/i);
    expect(pieces('Read <a>how</a>', { a: (inside: unknown[]) => inside.join() }).join('')).not.toMatch(/[a-z]/i);
  });
});

describe('the language of a reader', () => {
  it('is the first of their wishes that we speak', () => {
    expect(spokenOf('de-AT,de;q=0.9,en;q=0.8')).toBe('de');
    expect(spokenOf('fr-FR,fr;q=0.9,en-US;q=0.8,de;q=0.7')).toBe('en');
    expect(spokenOf('en-XA')).toBe('en-XA');
  });

  it('is English where nobody said', () => {
    expect(spokenOf('')).toBe('en');
    expect(spokenOf('tlh, *;q=0.5')).toBe('en');
    expect(spokenOf('__proto__')).toBe('en');
  });
});

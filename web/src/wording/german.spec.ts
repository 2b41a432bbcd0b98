import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GERMAN } from '../language/german/index.js';
import { wording } from '../language/german/wording.js';
import { speak, teach } from '../language/index.js';
import { bannedIn } from './banned.js';
import { comparing } from './comparing.js';
import { calendarDate, quarterWithMonths, span, stamp } from './dates.js';
import { groupAtStart, groupLabel, type NamedValue } from './groups.js';
import { count, inWords, measured, percent, points, probability, ratio } from './numbers.js';
import { paritySentence, parityTitle, restSentence } from './parity.js';
import { estimateSentence } from './rates.js';
import { seriesTitle } from './series.js';
import { trackSentence } from './tracks.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const part = (dimension: string, dimensionLabel: string, value: string, label = value): NamedValue => ({
  dimension,
  dimensionLabel,
  value,
  label,
});

beforeAll(() => {
  teach('de', GERMAN);
  speak(() => 'de');
});
afterAll(() => speak(() => 'en'));

describe('in German', () => {
  it('numbers and dates are written as German readers expect', () => {
    expect([ratio(0.582), count(1234), measured(0.25), points(0.01), probability(0.0001)]).toEqual([
      '0,58',
      '1.234',
      '0,25',
      '1 Prozentpunkt',
      'unter 0,001',
    ]);
    expect(plain(percent(0.583))).toBe('58 %');
    expect(ratio(-0.5)).toBe('\u22120,50');
    expect(calendarDate('2026-07-01')).toBe('1. Juli 2026');
    expect(quarterWithMonths('2026-Q3', '2026-07-01', '2026-09-30')).toBe('Q3 2026 (Juli bis September)');
    expect(span('2026-07-01', '2026-09-30')).toBe('Juli bis September 2026');
    expect(stamp('2026-10-02T12:05:00Z', 'Europe/Berlin')).toBe('2. Oktober 2026, 14:05 Uhr MESZ');
    expect(inWords(2)).toBe('zwei');
  });

  it('groups are names that need no other case', () => {
    expect(groupAtStart([part('level', 'Level', '2'), part('team', 'Team', 'Platform')])).toBe(
      'Beschäftigte (Level 2) in Platform',
    );
    expect(groupAtStart([])).toBe('Alle Beschäftigten');
    expect(groupAtStart([part('demo_gender', 'Geschlecht', 'Frauen')])).toBe('Frauen');
    expect(groupAtStart([part('demo_gender', 'Geschlecht', '(not said)')])).toBe('Beschäftigte ohne Angabe zu Geschlecht');
    expect(groupLabel([part('tenure', 'Betriebszugehörigkeit', '4+')])).toBe('4 oder mehr Jahre');
  });

  it('a comparison is one whole sentence', () => {
    const finding = { ratio: 0.58, lower: 0.43, upper: 0.78, verdict: 'clearly_lower' as const, comparisons: 24 };
    const told = { ...finding, group: [part('level', 'Level', '2')] };
    const words = comparing('parity', 'mentee');
    expect(plain(paritySentence(told, words))).toBe(
      'Beschäftigte (Level 2): Die Quote der Teilnahme beträgt etwa 58 % des Werts aller anderen, 95-%-Intervall 43 % bis 78 %. Der Abstand beträgt mindestens 22 %.',
    );
    expect(parityTitle([told], words)).toBe(
      'Beschäftigte (Level 2): deutlich niedrigere Quote der Teilnahme als bei allen anderen',
    );
    expect(restSentence([{ ...told, verdict: 'similar' }], 2)).toBe(
      'Eine Gruppe ist allen anderen ähnlich; zwei sind verdeckt [c].',
    );
  });

  it('an estimate that leaves its direction open has its verb where German puts it', () => {
    const spoken = {
      measure: 'skill_change',
      variant: 'checked',
      variantLabel: '',
      value: 'change',
      valueLabel: '',
      format: 'points',
    };
    const finding = { group: [part('track', 'Track', 'Depth')], value: 1.2, lower: -0.4, upper: 2.8 };
    expect(estimateSentence(finding, spoken)).toBe(
      'Im Track Depth: Es ist nicht zu sagen, ob die Kompetenzwerte der Mentees von vorher zu nachher stiegen oder sanken: Die Daten passen zu allem von \u22120,40 bis 2,8 Punkte.',
    );
    expect(estimateSentence({ ...finding, group: [], lower: 0.5 }, spoken)).toBe(
      'Die Kompetenzwerte der Mentees stiegen von vorher zu nachher um etwa 1,2 Punkte, 95-%-Intervall 0,50 bis 2,8.',
    );
  });

  it('series and tracks are told', () => {
    expect(seriesTitle('Teilnahme', [{ period: '2026-Q3', since: '2026-Q2', verdict: 'higher' }])).toBe(
      'Teilnahme: in Q3 2026 höher, mehr als der Zufall üblicherweise erklärt',
    );
    expect(
      trackSentence({
        name: 'Depth',
        verdict: 'clear_benefit',
        strength: 'moderate',
        outcome: 'skill_change',
        unit: 'points',
        smallestEffect: 3,
        effect: { value: 6, lower: 4, upper: 8 },
      }),
    ).toBe('Depth hat die Werte im Kompetenzcheck wahrscheinlich um 6,0 Punkte verbessert (Intervall 4,0 bis 8,0 Punkte).');
  });

  it('no text has a word of the banned list', () => {
    expect(Object.values(wording).filter((german) => bannedIn(german).length > 0)).toEqual([]);
  });
});

import { BAND_FACTOR, LEVELS, LONG_WAIT, MENTEE_RATE, MENTOR_WEIGHT, PROMOTION, TRACKS, WAIT_DAYS } from './design.js';

/** What was planted, for whoever checks whether the measures find it. Rates are per person and quarter. */
export function truths(seed: string, people: number, periods: readonly string[]): object {
  return {
    note: 'Invented organisation. These are the chances by which it was made, not what was counted.',
    seed,
    people,
    periods,
    participation: {
      role: 'mentee',
      rateByLevel: MENTEE_RATE,
      groupWithGap: { dimension: 'level', value: '2', ratioToEveryoneElse: ratioToOthers('2') },
      noGap: ['location', 'demo_gender', 'demo_origin'],
    },
    skillChange: TRACKS.map((track) => ({ track: track.id, gain: track.gain, onlyRegressionToTheMean: track.letsInBelow > 0 })),
    promotion: { annualByBand: PROMOTION, menteeFactorByBand: BAND_FACTOR, mentoringEffect: 1 },
    guidance: TRACKS.map((track) => ({ track: track.id, fallOfDirectAnswersPerMonth: track.fade })),
    load: { mentorWeightByLevel: MENTOR_WEIGHT, overloadedLevel: '5' },
    wait: { meanDays: WAIT_DAYS, longer: LONG_WAIT },
  };
}

/** The group's planted rate over the planted rate of everyone else, by the shares of the levels at hiring. */
export function ratioToOthers(level: string): number {
  const others = LEVELS.filter(([key]) => key !== level);
  const share = others.reduce((sum, [, weight]) => sum + weight, 0);
  const rate = others.reduce((sum, [key, weight]) => sum + weight * (MENTEE_RATE[key] as number), 0) / share;
  return (MENTEE_RATE[level] as number) / rate;
}

import { type Quarter } from './calendar.js';
import {
  AGENTS,
  BAND_FACTOR,
  CLOSED,
  LEVELS,
  LONG_WAIT,
  MENTEE_RATE,
  MENTOR_WEIGHT,
  PROMOTION,
  RELIABILITY,
  TRACKS,
  WAIT_DAYS,
} from './design.js';
import { expectedChange } from './expected-change.js';
import { chanceIn, type World } from './programme.js';
import { employedOn, type Member, positionAt } from './roster.js';

/** What was planted, for whoever checks whether the measures find it. Rates are per person and quarter. */
export function truths(seed: string, people: number, { members, quarters }: Pick<World, 'members' | 'quarters'>): object {
  return {
    note: 'Invented organisation. These are the chances by which it was made, not what was counted.',
    seed,
    people,
    periods: quarters.map(({ key }) => key),
    participation: {
      role: 'mentee',
      rateByLevel: MENTEE_RATE,
      closedRelationships: CLOSED,
      groupWithGap: { dimension: 'level', value: '2', ratioToEveryoneElse: ratioToOthers('2') },
      noGap: ['team', 'location', 'demo_gender', 'demo_origin'],
      chances: Object.fromEntries(quarters.map((quarter) => [quarter.key, chancesIn(members, quarter)])),
    },
    skillChange: TRACKS.map((track) => ({
      track: track.id,
      gain: track.gain,
      onlyRegressionToTheMean: track.letsInBelow > 0,
      expectedChange: expectedChange(track.gain, track.letsInBelow),
    })),
    skillChecks: { reliability: RELIABILITY, gainWithoutATrack: 0 },
    promotion: { annualByBand: PROMOTION, menteeFactorByBand: BAND_FACTOR, mentoringEffect: 1 },
    guidance: TRACKS.map((track) => ({ track: track.id, fallOfDirectAnswersPerMonth: track.fade })),
    load: { mentorWeightByLevel: MENTOR_WEIGHT, overloadedLevel: '5' },
    wait: { meanDays: WAIT_DAYS, longer: LONG_WAIT },
    agents: { share: AGENTS.share, takingPart: AGENTS.takesPart, gain: AGENTS.gain },
  };
}

/** The group's planted rate over the planted rate of everyone else, by the shares of the levels at hiring. */
export function ratioToOthers(level: string): number {
  const others = LEVELS.filter(([key]) => key !== level);
  const share = others.reduce((sum, [, weight]) => sum + weight, 0);
  const rate = others.reduce((sum, [key, weight]) => sum + weight * (MENTEE_RATE[key] as number), 0) / share;
  return (MENTEE_RATE[level] as number) / rate;
}

/** The group of the team tree's first layer with two nodes. */
const groupOf = (team: string): string => team.split('/').slice(0, 2).join('/');

/** Columns by which the chances of a quarter are told; nobody's characteristics. */
const COLUMNS: Readonly<Record<string, (member: Member, quarter: Quarter) => string>> = {
  level: (member, { last }) => positionAt(member, last).level,
  location: (member) => member.location,
  team: (member, { last }) => groupOf(positionAt(member, last).team),
};

/**
 * The mean chance of taking part in a quarter of the people employed on its last day, `closed` relationships left out: what
 * the rate of the whole and of each group is expected to be, given who they are.
 */
function chancesIn(members: readonly Member[], quarter: Quarter): object {
  const there = members.filter((member) => employedOn(member, quarter.last));
  return {
    organisation: meanChance(there, quarter),
    ...Object.fromEntries(
      Object.entries(COLUMNS).map(([column, valueOf]) => {
        const groups = [...new Set(there.map((member) => valueOf(member, quarter)))].sort();
        const of = (group: string): Member[] => there.filter((member) => valueOf(member, quarter) === group);
        return [column, Object.fromEntries(groups.map((group) => [group, meanChance(of(group), quarter)]))];
      }),
    ),
  };
}

const meanChance = (some: readonly Member[], quarter: Quarter): number =>
  some.reduce((sum, member) => sum + chanceIn(member, quarter), 0) / some.length;

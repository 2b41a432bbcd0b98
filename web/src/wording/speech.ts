import { saying, t } from '../language/index.js';

/**
 * What a value says, and the same where its interval leaves both directions open: then there is no amount, and both words
 * stand. `{v}` is the amount, `{who}` the group, `{ofWho}` the group as the whole of a share; `side` chooses by the sign, and
 * the amount then stands without one.
 */
export type Clause = readonly [says: string, open?: string];

/**
 * Keyed by measure and value, or by measure, variant and value where variants say different things. No clause names a
 * cause: a comparison is said to go with something, never to do it.
 */
const CLAUSES: Readonly<Record<string, Clause>> = {
  'participation:mentee/rate': [saying('about {v} {ofWho} take part as mentees')],
  'participation:mentor/rate': [saying('about {v} {ofWho} take part as mentors')],
  'parity:mentee/rate': [saying('about {v} {ofWho} take part as mentees')],
  'parity:mentor/rate': [saying('about {v} {ofWho} take part as mentors')],
  'parity_adjusted:mentee/oddsRatio': [
    saying('{who} take part as mentees at about {v} times the odds of others alike'),
    saying('{who} take part as mentees at other odds than others alike'),
  ],
  'parity_adjusted:mentor/oddsRatio': [
    saying('{who} act as mentors at about {v} times the odds of others alike'),
    saying('{who} act as mentors at other odds than others alike'),
  ],
  'parity_adjusted:mentee/rate': [saying('about {v} {ofWho} take part as mentees')],
  'parity_adjusted:mentor/rate': [saying('about {v} {ofWho} take part as mentors')],
  'parity_adjusted/riskDifference': [
    saying('the rate {ofWho} is about {v} {side, select, up {above} other {below}} that of everyone else alike'),
    saying('the rate {ofWho} is above or below that of everyone else alike'),
  ],
  'reach_new_hires/by30': [saying('about {v} of new hires meet a mentor within 30 days')],
  'reach_new_hires/by60': [saying('about {v} of new hires meet a mentor within 60 days')],
  'reach_new_hires/by90': [saying('about {v} of new hires meet a mentor within 90 days')],
  'funnel/matchedRate': [saying('about {v} of people who asked are matched')],
  'funnel/thirdRate': [saying('about {v} of those matched reach a third session')],
  'funnel/completedRate': [saying('about {v} of those with a third session complete')],
  'matching_given_fit/oddsRatio': [
    saying('at equal fit, {who} are matched at about {v} times the odds of everyone else'),
    saying('at equal fit, {who} are matched at other odds than everyone else'),
  ],
  'matching_given_fit/riskDifference': [
    saying('at equal fit, the matched share {ofWho} is about {v} {side, select, up {above} other {below}} the others’'),
    saying('at equal fit, the matched share {ofWho} is above or below the others’'),
  ],
  'matching_given_fit/matchedShare': [saying('about {v} of people who asked are matched')],
  'wait/by30': [saying('about {v} of requests are served within 30 days')],
  'wait/by60': [saying('about {v} of requests are served within 60 days')],
  'wait/by90': [saying('about {v} of requests are served within 90 days')],
  'wait/by180': [saying('about {v} of requests are served within 180 days')],
  'rationale/recorded': [saying('about {v} of pairings have their reason on record')],
  'pairing:mentoring_endings/good': [saying('about {v} of ended mentoring relationships came to a good ending')],
  'pairing:coaching_endings/good': [saying('about {v} of ended coaching relationships came to a good ending')],
  'pairing/monthly': [saying('pairs meet for about {v} a month')],
  'time_zone_gap/apart': [saying('about {v} of pairs work more than four hours apart')],
  'time_zone_gap/zoneNotSaid': [saying('the time zone of about {v} of pairs is not said')],
  'load:mentor_mentees/mean': [saying('mentors have about {v} active mentees each')],
  'load:mentor_minutes/mean': [saying('mentors gave about {v} minutes each in the quarter')],
  'load/overCap': [saying('about {v} of mentors stand above the agreed cap')],
  'rotation/longServing': [saying('about {v} of mentors have been in the role for over 12 months')],
  'rotation/firstTime': [saying('about {v} of mentors are in the role for the first time')],
  'mentor_training/covered': [saying('about {v} of mentors are trained')],
  'mentor_training/recent': [saying('about {v} of mentors were trained within 12 months')],
  'dose:mentee/mean': [saying('mentees meet for about {v} a month')],
  'dose:agents/mean': [saying('software agents receive about {v} a month')],
  'cadence/kept': [saying('about {v} of running relationships keep their agreed dose')],
  'cadence/noDose': [saying('about {v} of running relationships agreed on no dose')],
  'goals:agreed/share': [saying('about {v} of relationships agreed on goals at their start')],
  'goals:baselines/share': [saying('the starting point of about {v} of relationships was measured in time')],
  'goals:changes/share': [saying('about {v} of relationships changed their goals on the way')],
  'guidance/slope': [
    saying('the level of guidance, month by month, {side, select, up {rose} other {fell}} by about {v}'),
    saying('the level of guidance, month by month, rose or fell'),
  ],
  'session_mix/real': [saying('about {v} of sessions are on real work')],
  'session_mix/held': [saying('about {v} of planned sessions were held')],
  'joint_reviews/reviewed': [saying('about {v} of running relationships were reviewed by both sides together')],
  'joint_reviews/goalsMet': [saying('about {v} of the goals set were met')],
  'pulse/mean': [saying('the mean answer is about {v} on a scale of 1 to 5')],
  'pulse/share': [saying('about {v} of people who answered chose 4 or 5')],
  'endings/good': [saying('about {v} of ended relationships came to a good ending')],
  'endings/independent': [saying('about {v} of ended relationships ended because they were no longer needed')],
  'dependence/share': [saying('about {v} of mentees have had the same only mentor for over a year')],
  'dependence/tracksAYear': [saying('mentees are in about {v} tracks a year')],
  'escalations:running/share': [saying('about {v} of running relationships were escalated')],
  'escalations:resolved/share': [saying('about {v} of escalations are resolved within 30 days')],
  'escalations:resolved/by30': [saying('about {v} of escalations are resolved within 30 days')],
  'escalations:met/share': [saying('about {v} of resolved escalations led to a new match')],
  'continuity:reorganised/share': [saying('about {v} of relationships that a reorganisation ended were followed by another')],
  'continuity:leavers_skills/share': [saying('about {v} of leavers’ skills are still held by two others')],
  'skill_change:checked/change': [
    saying('skill scores of mentees {side, select, up {rose} other {fell}} by about {v} from before to after'),
    saying('skill scores of mentees rose or fell from before to after'),
  ],
  'skill_change:agents/change': [
    saying('skill scores of software agents {side, select, up {rose} other {fell}} by about {v}'),
    saying('skill scores of software agents rose or fell'),
  ],
  'skill_change/expectedByChance': [saying('regression to the mean alone would have moved scores by about {v}')],
  'skill_comparison/difference': [
    saying('scores rose by about {v} {side, select, up {more} other {less}} in a track than in none'),
    saying('scores rose more or less in a track than in none'),
  ],
  'skill_gap:teams_in_need/missing': [saying('a team lacks about {v} people for a skill it needs')],
  'skill_gap/restsOnTwo': [saying('about {v} skills on the roadmap rest on two people or less')],
  'calibration:judged/gapAfter': [
    saying('after mentoring, people score themselves about {v} {side, select, up {above} other {below}} the external score'),
    saying('after mentoring, people score themselves above or below the external score'),
  ],
  'calibration:judged/gapBefore': [
    saying('before mentoring, people score themselves about {v} {side, select, up {above} other {below}} the external score'),
    saying('before mentoring, people score themselves above or below the external score'),
  ],
  'calibration:judged/gapChange': [
    saying('from before to after, the gap {side, select, up {rose} other {fell}} by about {v}'),
    saying('from before to after, the gap rose or fell'),
  ],
  'calibration:followed_up/keptShare': [saying('about {v} of people kept the skill until a follow-up')],
  'practice_uptake:pull_requests/share': [saying('about {v} of a team’s pull requests fill their mentoring section')],
  'practice_uptake:plans/share': [saying('about {v} of a team’s plans name mentoring')],
  'practice_uptake:walkthroughs/share': [saying('about {v} of a team’s walkthrough items are accepted')],
  'mentor_change:mentors_skill/skillChange': [
    saying('skill scores of mentors {side, select, up {rose} other {fell}} by about {v}'),
    saying('skill scores of mentors rose or fell'),
  ],
  'mentor_change:mentors_progression/by6': [saying('about {v} of mentors stepped up within 6 months')],
  'mentor_change:mentors_progression/by24': [saying('about {v} of mentors stepped up within 24 months')],
  'mentor_change:mentors_progression/by12': [saying('about {v} of mentors stepped up within 12 months')],
  'mentor_change:mentors_self_view/selfMinusMentees': [
    saying('mentors score themselves about {v} {side, select, up {above} other {below}} their mentees’ view'),
    saying('mentors score themselves above or below their mentees’ view'),
  ],
  'mentor_change:mentors_guidance/guidanceChange': [
    saying('the level of guidance {side, select, up {rose} other {fell}} by about {v} after a training'),
    saying('the level of guidance rose or fell after a training'),
  ],
  'mentor_change:mentees_pulse/pulseTrained': [saying('mentees of trained mentors answer about {v} on a scale of 1 to 5')],
  'progression/by3': [saying('about {v} of mentees stepped up within 3 months')],
  'progression/by6': [saying('about {v} of mentees stepped up within 6 months')],
  'progression/by9': [saying('about {v} of mentees stepped up within 9 months')],
  'progression/by12': [saying('about {v} of mentees stepped up within 12 months')],
  'progression/by18': [saying('about {v} of mentees stepped up within 18 months')],
  'progression/by24': [saying('about {v} of mentees stepped up within 24 months')],
  'novel_situations:beginners/by6': [saying('about {v} of mentees handled a new situation alone within 6 months')],
  'novel_situations:beginners/by12': [saying('about {v} of mentees handled a new situation alone within 12 months')],
  'novel_situations:agents/by12': [saying('about {v} of software agents handled a new situation alone within 12 months')],
  'promotion_comparison/hazardRatio': [
    saying('mentored people stepped up at about {v} times the rate of others alike'),
    saying('mentored people stepped up at another rate than others alike'),
  ],
  'promotion_comparison/crudeRatio': [
    saying('mentored people stepped up about {v} times as often as others, not adjusted'),
    saying('mentored people stepped up more or less often than others, not adjusted'),
  ],
  'promotion_comparison/oddsRatio': [
    saying('mentored people stepped up at about {v} times the odds of others alike'),
    saying('mentored people stepped up at other odds than others alike'),
  ],
  'promotion_comparison/riskDifference': [
    saying(
      'at equal tenure, level and band, the share of mentored people who stepped up is about {v} {side, select, up {above} other {below}} the others’',
    ),
    saying('at equal tenure, level and band, the share of mentored people who stepped up is above or below the others’'),
  ],
  'promotion_comparison/mentoredShare': [saying('about {v} of mentored people stepped up within the year')],
  'promotion_comparison/othersShare': [saying('about {v} of other people stepped up within the year')],
  'promotion_comparison/weightedDifference': [
    saying(
      'weighted to be alike, the share of mentored people who stepped up is about {v} {side, select, up {above} other {below}} the others’',
    ),
    saying('weighted to be alike, the share of mentored people who stepped up is above or below the others’'),
  ],
  'exit_themes/share': [saying('about {v} of interviewed leavers named it')],
  'exit_recommend:leavers/mean': [saying('leavers answer about {v} on a scale of 0 to 10')],
  'exit_recommend:leavers_mentored/mean': [saying('leavers who had been mentored answer about {v} on a scale of 0 to 10')],
  'exit_recommend/difference': [
    saying('leavers who had been mentored answer about {v} {side, select, up {above} other {below}} the others'),
    saying('leavers who had been mentored answer above or below the others'),
  ],
  'exit_recommend/notMentored': [saying('leavers who had not been mentored answer about {v} on a scale of 0 to 10')],
  'capacity/used': [saying('mentoring takes about {v} of a team’s capacity')],
  'capacity/agreed': [saying('agreed mentoring would take about {v} of a team’s capacity')],
  'delivery:all_teams/change': [
    saying('delivery {side, select, up {rose} other {fell}} by about {v} within a year'),
    saying('delivery rose or fell within a year'),
  ],
  'delivery:teams_with_mentees/change': [
    saying('delivery of teams with mentees {side, select, up {rose} other {fell}} by about {v} in a year'),
    saying('delivery of teams with mentees rose or fell in a year'),
  ],
  'delivery:teams_with_mentees/difference': [
    saying('delivery of teams with mentees changed by about {v} {side, select, up {more} other {less}} than that of others'),
    saying('delivery of teams with mentees changed more or less than that of others'),
  ],
  'delivery/ratio': [saying('teams completed about {v} of each point they committed to')],
  'team_mentoring:team_sessions/share': [saying('about {v} of a team’s sessions set three goals')],
  'team_mentoring:team_goals/share': [saying('about {v} of a team’s goals reach the next sprint')],
  'ownership/unowned': [saying('about {v} tracks have nobody who answers for them')],
  'ownership/share': [saying('about {v} of tracks have nobody who answers for them')],
  'data_quality:coverage/share': [saying('about {v} of rows say what measures rest on')],
  'data_quality:pending/share': [saying('about {v} of rows are resolved')],
  'data_quality:characteristics/share': [saying('about {v} of characteristics of eligible people are known')],
};

/** Clauses where no group is split off say something else than the one theme, column or file they are split by. */
const WHOLE: Readonly<Record<string, Clause>> = {
  'exit_themes/share': [saying('about {v} of interviewed leavers named a theme')],
};

/** A value whose measure this version has no clause for: named as its contract names it. */
const PLAIN: Clause = [saying('the value of “{label}” is about {v}')];

/** The clause for a value of a measure, with its places still open; null where this version has none. */
export function knownClause(measure: string, variant: string, value: string, whole: boolean): Clause | null {
  const keys = [`${measure}:${variant}/${value}`, `${measure}/${value}`];
  const own = whole ? keys.map((key) => WHOLE[key]) : [];
  return [...own, ...keys.map((key) => CLAUSES[key])].find((one) => one !== undefined) ?? null;
}

/** The clause for a value; one that has none of its own is named as its contract names it. */
export const clauseFor = (...value: Parameters<typeof knownClause>): Clause => knownClause(...value) ?? PLAIN;

/** Every clause, for the test of their wording. */
export const CLAUSES_WRITTEN: readonly Clause[] = [...Object.values(CLAUSES), ...Object.values(WHOLE)];

/** Whether the clause tells the sign in words, so that the amount needs none. */
export const tellsSign = ([says]: Clause): boolean => says.includes('{side,');

/** Whether the clause sets one thing beside another as so many times as much. */
export const tellsTimes = ([says]: Clause): boolean => says.includes('{v} times');

/** Whether the clause names the group itself, and how: as what it begins with, or further on. */
export const namesGroup = ([says]: Clause): 'first' | 'inside' | null =>
  says.startsWith('{who}') ? 'first' : /\{(who|ofWho)\}/.test(says) ? 'inside' : null;

interface Places {
  readonly v: string;
  readonly who: string;
  readonly ofWho: string;
  readonly label: string;
  readonly negative: boolean;
}

/** Fills the places of a clause. */
export const fillClause = ([says]: Clause, { negative, ...places }: Places): string =>
  t(says, { ...places, side: negative ? 'down' : 'up' });

/** The same clause where the interval leaves both directions open. */
export const openClause = ([, open = '']: Clause, places: Pick<Places, 'who' | 'ofWho'>): string => t(open, { ...places });

/**
 * What a value says in a clause: `{v}` the amount, `{who}` the group. `{rose|fell}` chooses by the sign, and the amount then
 * stands without one. Keyed by measure and value, or by measure, variant and value where variants say different things.
 * No clause names a cause: a comparison is said to go with something, never to do it.
 */
const CLAUSES: Readonly<Record<string, string>> = {
  'participation:mentee/rate': 'about {v} of {who} take part as mentees',
  'participation:mentor/rate': 'about {v} of {who} take part as mentors',
  'parity:mentee/rate': 'about {v} of {who} take part as mentees',
  'parity:mentor/rate': 'about {v} of {who} take part as mentors',
  'parity_adjusted:mentee/oddsRatio': '{who} take part as mentees at about {v} times the odds of others alike',
  'parity_adjusted:mentor/oddsRatio': '{who} act as mentors at about {v} times the odds of others alike',
  'parity_adjusted:mentee/rate': 'about {v} of {who} take part as mentees',
  'parity_adjusted:mentor/rate': 'about {v} of {who} take part as mentors',
  'parity_adjusted/riskDifference': 'the rate of {who} is about {v} {above|below} that of everyone else alike',
  'reach_new_hires/by30': 'about {v} of new hires meet a mentor within 30 days',
  'reach_new_hires/by60': 'about {v} of new hires meet a mentor within 60 days',
  'reach_new_hires/by90': 'about {v} of new hires meet a mentor within 90 days',
  'funnel/matchedRate': 'about {v} of people who asked are matched',
  'funnel/thirdRate': 'about {v} of those matched reach a third session',
  'funnel/completedRate': 'about {v} of those with a third session complete',
  'matching_given_fit/oddsRatio': 'at equal fit, {who} are matched at about {v} times the odds of everyone else',
  'matching_given_fit/riskDifference': 'at equal fit, the matched share of {who} is about {v} {above|below} the others\u2019',
  'matching_given_fit/matchedShare': 'about {v} of people who asked are matched',
  'wait/by30': 'about {v} of requests are served within 30 days',
  'wait/by60': 'about {v} of requests are served within 60 days',
  'wait/by90': 'about {v} of requests are served within 90 days',
  'wait/by180': 'about {v} of requests are served within 180 days',
  'rationale/recorded': 'about {v} of pairings have their reason on record',
  'pairing:mentoring_endings/good': 'about {v} of ended mentoring relationships came to a good ending',
  'pairing:coaching_endings/good': 'about {v} of ended coaching relationships came to a good ending',
  'pairing/monthly': 'pairs meet for about {v} a month',
  'time_zone_gap/apart': 'about {v} of pairs work more than four hours apart',
  'time_zone_gap/zoneNotSaid': 'the time zone of about {v} of pairs is not said',
  'load:mentor_mentees/mean': 'mentors have about {v} active mentees each',
  'load:mentor_minutes/mean': 'mentors gave about {v} minutes each in the quarter',
  'load/overCap': 'about {v} of mentors stand above the agreed cap',
  'rotation/longServing': 'about {v} of mentors have been in the role for over 12 months',
  'rotation/firstTime': 'about {v} of mentors are in the role for the first time',
  'mentor_training/covered': 'about {v} of mentors are trained',
  'mentor_training/recent': 'about {v} of mentors were trained within 12 months',
  'dose:mentee/mean': 'mentees meet for about {v} a month',
  'dose:agents/mean': 'software agents receive about {v} a month',
  'cadence/kept': 'about {v} of running relationships keep their agreed dose',
  'cadence/noDose': 'about {v} of running relationships agreed on no dose',
  'goals:agreed/share': 'about {v} of relationships agreed on goals at their start',
  'goals:baselines/share': 'the starting point of about {v} of relationships was measured in time',
  'goals:changes/share': 'about {v} of relationships changed their goals on the way',
  'guidance/slope': 'the level of guidance, month by month, {rose|fell} by about {v}',
  'session_mix/real': 'about {v} of sessions are on real work',
  'session_mix/held': 'about {v} of planned sessions were held',
  'joint_reviews/reviewed': 'about {v} of running relationships were reviewed by both sides together',
  'joint_reviews/goalsMet': 'about {v} of the goals set were met',
  'pulse/mean': 'the mean answer is about {v} on a scale of 1 to 5',
  'pulse/share': 'about {v} of people who answered chose 4 or 5',
  'endings/good': 'about {v} of ended relationships came to a good ending',
  'endings/independent': 'about {v} of ended relationships ended because they were no longer needed',
  'dependence/share': 'about {v} of mentees have had the same only mentor for over a year',
  'dependence/tracksAYear': 'mentees are in about {v} tracks a year',
  'escalations:running/share': 'about {v} of running relationships were escalated',
  'escalations:resolved/share': 'about {v} of escalations are resolved within 30 days',
  'escalations:resolved/by30': 'about {v} of escalations are resolved within 30 days',
  'escalations:met/share': 'about {v} of resolved escalations led to a new match',
  'continuity:reorganised/share': 'about {v} of relationships that a reorganisation ended were followed by another',
  'continuity:leavers_skills/share': 'about {v} of leavers\u2019 skills are still held by two others',
  'skill_change:checked/change': 'skill scores of mentees {rose|fell} by about {v} from before to after',
  'skill_change:agents/change': 'skill scores of software agents {rose|fell} by about {v}',
  'skill_change/expectedByChance': 'regression to the mean alone would have moved scores by about {v}',
  'skill_comparison/difference': 'scores rose by about {v} {more|less} in a track than in none',
  'skill_gap:teams_in_need/missing': 'a team lacks about {v} people for a skill it needs',
  'skill_gap/restsOnTwo': 'about {v} skills on the roadmap rest on two people or less',
  'calibration:judged/gapAfter': 'after mentoring, people score themselves about {v} {above|below} the external score',
  'calibration:judged/gapBefore': 'before mentoring, people score themselves about {v} {above|below} the external score',
  'calibration:judged/gapChange': 'from before to after, the gap {rose|fell} by about {v}',
  'calibration:followed_up/keptShare': 'about {v} of people kept the skill until a follow-up',
  'practice_uptake:pull_requests/share': 'about {v} of a team\u2019s pull requests fill their mentoring section',
  'practice_uptake:plans/share': 'about {v} of a team\u2019s plans name mentoring',
  'practice_uptake:walkthroughs/share': 'about {v} of a team\u2019s walkthrough items are accepted',
  'mentor_change:mentors_skill/skillChange': 'skill scores of mentors {rose|fell} by about {v}',
  'mentor_change:mentors_progression/by6': 'about {v} of mentors stepped up within 6 months',
  'mentor_change:mentors_progression/by24': 'about {v} of mentors stepped up within 24 months',
  'mentor_change:mentors_progression/by12': 'about {v} of mentors stepped up within 12 months',
  'mentor_change:mentors_self_view/selfMinusMentees': 'mentors score themselves about {v} {above|below} their mentees\u2019 view',
  'mentor_change:mentors_guidance/guidanceChange': 'the level of guidance {rose|fell} by about {v} after a training',
  'mentor_change:mentees_pulse/pulseTrained': 'mentees of trained mentors answer about {v} on a scale of 1 to 5',
  'progression/by3': 'about {v} of mentees stepped up within 3 months',
  'progression/by6': 'about {v} of mentees stepped up within 6 months',
  'progression/by9': 'about {v} of mentees stepped up within 9 months',
  'progression/by12': 'about {v} of mentees stepped up within 12 months',
  'progression/by18': 'about {v} of mentees stepped up within 18 months',
  'progression/by24': 'about {v} of mentees stepped up within 24 months',
  'novel_situations:beginners/by6': 'about {v} of mentees handled a new situation alone within 6 months',
  'novel_situations:beginners/by12': 'about {v} of mentees handled a new situation alone within 12 months',
  'novel_situations:agents/by12': 'about {v} of software agents handled a new situation alone within 12 months',
  'promotion_comparison/hazardRatio': 'mentored people stepped up at about {v} times the rate of others alike',
  'promotion_comparison/crudeRatio': 'mentored people stepped up about {v} times as often as others, not adjusted',
  'promotion_comparison/oddsRatio': 'mentored people stepped up at about {v} times the odds of others alike',
  'promotion_comparison/riskDifference':
    'at equal tenure, level and band, the share of mentored people who stepped up is about {v} {above|below} the others\u2019',
  'promotion_comparison/mentoredShare': 'about {v} of mentored people stepped up within the year',
  'promotion_comparison/othersShare': 'about {v} of other people stepped up within the year',
  'promotion_comparison/weightedDifference':
    'weighted to be alike, the share of mentored people who stepped up is about {v} {above|below} the others\u2019',
  'exit_themes/share': 'about {v} of interviewed leavers named it',
  'exit_recommend:leavers/mean': 'leavers answer about {v} on a scale of 0 to 10',
  'exit_recommend:leavers_mentored/mean': 'leavers who had been mentored answer about {v} on a scale of 0 to 10',
  'exit_recommend/difference': 'leavers who had been mentored answer about {v} {above|below} the others',
  'exit_recommend/notMentored': 'leavers who had not been mentored answer about {v} on a scale of 0 to 10',
  'capacity/used': 'mentoring takes about {v} of a team\u2019s capacity',
  'capacity/agreed': 'agreed mentoring would take about {v} of a team\u2019s capacity',
  'delivery:all_teams/change': 'delivery {rose|fell} by about {v} within a year',
  'delivery:teams_with_mentees/change': 'delivery of teams with mentees {rose|fell} by about {v} in a year',
  'delivery:teams_with_mentees/difference': 'delivery of teams with mentees changed by about {v} {more|less} than that of others',
  'delivery/ratio': 'teams completed about {v} of each point they committed to',
  'team_mentoring:team_sessions/share': 'about {v} of a team\u2019s sessions set three goals',
  'team_mentoring:team_goals/share': 'about {v} of a team\u2019s goals reach the next sprint',
  'ownership/unowned': 'about {v} tracks have nobody who answers for them',
  'ownership/share': 'about {v} of tracks have nobody who answers for them',
  'data_quality:coverage/share': 'about {v} of rows say what measures rest on',
  'data_quality:pending/share': 'about {v} of rows are resolved',
  'data_quality:characteristics/share': 'about {v} of characteristics of eligible people are known',
};

/** Clauses where no group is split off say something else than the one theme, column or file they are split by. */
const WHOLE: Readonly<Record<string, string>> = {
  'exit_themes/share': 'about {v} of interviewed leavers named a theme',
};

/** A value whose measure this version has no clause for: named as its contract names it. */
const PLAIN = 'the value of \u201c{label}\u201d is about {v}';

/** The clause for a value of a measure, with its places still open; null where this version has none. */
export function knownClause(measure: string, variant: string, value: string, whole: boolean): string | null {
  const keys = [`${measure}:${variant}/${value}`, `${measure}/${value}`];
  const own = whole ? keys.map((key) => WHOLE[key]) : [];
  return [...own, ...keys.map((key) => CLAUSES[key])].find((one) => one !== undefined) ?? null;
}

/** The clause for a value; one that has none of its own is named as its contract names it. */
export const clauseFor = (...value: Parameters<typeof knownClause>): string => knownClause(...value) ?? PLAIN;

/** Every clause, for the test of their wording. */
export const CLAUSES_WRITTEN: readonly string[] = [...Object.values(CLAUSES), ...Object.values(WHOLE)];

const CHOICE = /\{([^{}|]+)\|([^{}|]+)\}/g;

/** Whether the clause tells the sign in words, so that the amount needs none. */
export const tellsSign = (clause: string): boolean => clause.search(CHOICE) >= 0;

/** Whether the clause sets one thing beside another as so many times as much. */
export const tellsTimes = (clause: string): boolean => clause.includes('{v} times');

interface Places {
  readonly v: string;
  readonly who: string;
  readonly label: string;
  readonly negative: boolean;
}

/** Fills the places of a clause. */
export const fillClause = (clause: string, places: Places): string =>
  clause
    .replace(CHOICE, (_, up: string, down: string) => (places.negative ? down : up))
    .replace('{v}', places.v)
    .replace('{who}', places.who)
    .replace('{label}', places.label);

/** The same clause where the interval leaves both directions open: no amount, and both words. */
export const openClause = (clause: string, who: string): string =>
  clause
    .replace('at about {v} times the odds of', 'at other odds than')
    .replace('at about {v} times the rate of', 'at another rate than')
    .replace('about {v} times as often as', 'more or less often than')
    .replace(CHOICE, (_, up: string, down: string) => `${up} or ${down}`)
    .replace(/ (by )?about \{v\}/, '')
    .replace('{who}', who);

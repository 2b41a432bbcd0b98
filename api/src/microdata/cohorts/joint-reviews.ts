import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { RUNNING } from './running.js';

/** `rows`, `total` and `squares` of a weighted value, under the names that the measure reads. */
const summed = (value: string, [rows, total, squares]: readonly [string, string, string]): string =>
  `coalesce(sum(weight) filter (where ${value} is not null), 0) as "${rows}",
    coalesce(sum(weight * ${value}), 0) as "${total}", coalesce(sum(weight * ${value} * ${value}), 0) as "${squares}"`;

/**
 * Running relationships by whether both sides looked at them together within the period; the share of goals met in those
 * reviews, and how far the mentor's rating lies above the mentee's, each the mean of a relationship.
 */
export const JOINT_REVIEWS: Population = {
  key: 'joint_reviews',
  gives: 'tally',
  files: ['participations', 'reviews'],
  secret: ['track'],
  sql: `${RUNNING},
  review_known as (
    select distinct on (relationship_key, reviewed_on) relationship_key, reviewed_on, mentee_rating, mentor_rating, goals_set, goals_met, gone
    from microdata.reviews where load_no <= $1 and reviewed_on between $4 and $2
    order by relationship_key, reviewed_on, load_no desc
  ),
  sums as (
    select relationship_key, sum(goals_met) filter (where goals_set > 0) as met, sum(goals_set) filter (where goals_met is not null) as set,
      avg(mentor_rating - mentee_rating) as difference
    from review_known where not gone group by relationship_key
  ),
  review as (
    select relationship_key, true as reviewed, case when set > 0 then least(1, met::numeric / set) end as met, difference from sums
  ),
  told as (select w.*, coalesce(v.reviewed, false) as reviewed, v.met, v.difference from weighed w left join review v using (relationship_key))
  select ${ATTRIBUTES}, track_id as track, sum(mentees) as mentees, sum(mentors) as mentors,
    coalesce(sum(weight) filter (where reviewed), 0) as reviewed, coalesce(sum(weight) filter (where not reviewed), 0) as "notReviewed",
    ${summed('met', ['goalRows', 'goalsMet', 'goalsMetSquared'])},
    ${summed('difference', ['ratedRows', 'ratingDifference', 'ratingDifferenceSquared'])}
  from told join eligible using (person_key) group by ${ATTRIBUTES}, track_id`,
};

import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';

/**
 * `interview`: of every person who left the latest exit interview of the period, and whether they had been a mentee before
 * it. One about a track that is not known waits for it.
 */
const INTERVIEWS = `interview_known as (
    select distinct on (person_key, held_on) person_key, held_on, nullif(track_id, '') as track, themes, would_recommend, gone
    from microdata.exit_interviews
    where load_no <= $1 and held_on between $4 and $2
    order by person_key, held_on, load_no desc
  ),
  last_interview as (
    select distinct on (person_key) person_key, held_on, track, themes, would_recommend
    from interview_known where not gone and (track is null or track = any($5::text[]))
    order by person_key, held_on desc
  ),
  first_mentored as (select person_key, min(started_on) as first_on from relationship_row where role = 'mentee' group by person_key),
  interview as (
    select i.*, case when f.first_on < i.held_on then 'yes' else 'no' end as mentored
    from last_interview i left join first_mentored f using (person_key)
  )`;

const NAMING = `count(*) filter (where naming) as "naming", count(*) filter (where not naming) as "notNaming"`;

/** Leavers by whether they named any coded theme. */
const THEMES: Population = {
  key: 'exit_themes',
  gives: 'tally',
  files: ['exit_interviews'],
  secret: ['track', 'mentored'],
  sql: `${INTERVIEWS},
  asked as (select i.*, coalesce(themes, '{}') && $7::text[] as naming from interview i where cardinality($7::text[]) > 0)
  select ${ATTRIBUTES}, track, mentored, ${NAMING}
  from asked join attributed using (person_key) where kind = 'human' group by ${ATTRIBUTES}, track, mentored`,
};

/** The same for each theme: a leaver stands once in every one. */
const THEMES_APART: Population = {
  ...THEMES,
  key: 'exit_themes_apart',
  secret: ['track', 'mentored', 'theme'],
  sql: `${INTERVIEWS},
  asked as (
    select i.*, code as theme, coalesce(code = any(themes), false) as naming from interview i cross join unnest($7::text[]) as code
  )
  select ${ATTRIBUTES}, track, mentored, theme, ${NAMING}
  from asked join attributed using (person_key) where kind = 'human' group by ${ATTRIBUTES}, track, mentored, theme`,
};

const answers = (name: string, which: string): string => `
  count(*) filter (where ${which}) as "${name}", coalesce(sum(would_recommend) filter (where ${which}), 0) as "${name}Sum",
  coalesce(sum(would_recommend * would_recommend) filter (where ${which}), 0) as "${name}Squares"`;

/** Leavers who said how far they would recommend it: all, those mentored before, the others. */
const RECOMMEND: Population = {
  key: 'exit_recommend',
  gives: 'tally',
  files: ['exit_interviews'],
  secret: ['track'],
  sql: `${INTERVIEWS}
  select ${ATTRIBUTES}, track, ${answers('all', 'true')}, ${answers('mentored', `mentored = 'yes'`)},
    ${answers('others', `mentored = 'no'`)}
  from interview join attributed using (person_key) where kind = 'human' and would_recommend is not null
  group by ${ATTRIBUTES}, track`,
};

export const EXITS: readonly Population[] = [THEMES, THEMES_APART, RECOMMEND];

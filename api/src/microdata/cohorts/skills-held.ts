/** The level of a skill, of 5, from which a person can work by themselves and counts as holding it. */
export const HELD_FROM = 3;

/**
 * The steps `assessed`, of every person and skill the latest level on the period's last day, and `holder`, those who hold it.
 * Parameters: $1 load, $2 last day.
 */
export const HOLDERS = `
  assessed_known as (
    select distinct on (person_key, skill, assessed_on) person_key, skill, assessed_on, level as skill_level, gone
    from microdata.skills where load_no <= $1 and assessed_on <= $2
    order by person_key, skill, assessed_on, load_no desc
  ),
  assessed as (
    select distinct on (person_key, skill) person_key, skill, skill_level
    from assessed_known where not gone and skill_level is not null order by person_key, skill, assessed_on desc
  ),
  holder as (select person_key, skill from assessed where skill_level >= ${HELD_FROM})`;

-- What is refused in one request is one entry, which names all of it.
create or replace function governance.refusals(since timestamptz) returns table (about_people bigint, others bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when asked.about_people >= 10 then asked.about_people end, case when asked.others >= 10 then asked.others end
  from (
    select coalesce(sum(times) filter (where is_about_people), 0) as about_people,
      coalesce(sum(times) filter (where not is_about_people), 0) as others
    from (select position('question-about-a-person' in e.subject) > 0 as is_about_people, coalesce((e.details ->> 'times')::bigint, 1) as times
      from audit_trail.entry e where e.action = 'access.denied' and e.at >= since and e.actor <> 'anonymous') e
  ) asked
$$;

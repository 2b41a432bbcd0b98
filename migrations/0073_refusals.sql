-- How often somebody was refused is itself reported, to everybody; where it was seldom, only that it was seldom.
create function governance.refusals(since timestamptz) returns table (about_people bigint, others bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when asked.about_people >= 10 then asked.about_people end, case when asked.others >= 10 then asked.others end
  from (
    select coalesce(sum(times) filter (where subject = 'question-about-a-person'), 0) as about_people,
      coalesce(sum(times) filter (where subject <> 'question-about-a-person'), 0) as others
    from (select e.subject, coalesce((e.details ->> 'times')::bigint, 1) as times
      from audit_trail.entry e where e.action = 'access.denied' and e.at >= since and e.actor <> 'anonymous') e
  ) asked
$$;
comment on function governance.refusals(timestamptz) is 'How often questions about a person, and others, were refused since a moment; null where less than ten times';
revoke all on function governance.refusals(timestamptz) from public;
grant execute on function governance.refusals(timestamptz) to overstory_reader, overstory_auditor;

-- What is older than the policy says goes, in all versions. Time runs from the day that a row is about, and where nobody
-- said it, from the day on which it was loaded. Months are whole, so that sums by month stay right.

-- SQL: the keys of a table whose newest version is about a day before the cutoff.
create function microdata.expired(of_versions regclass, day text, cutoff date) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($sql$select %1$s from (
      select distinct on (%1$s) %1$s, load_no, %2$s as day from %3$s order by %1$s, load_no desc) latest
    left join jobs.load l using (load_no)
    where coalesce(latest.day, l.known_at::date) < %4$L::date$sql$,
    microdata.plain((microdata.shape_of(of_versions)).keys), day, of_versions, cutoff)
$$;
comment on function microdata.expired(regclass, text, date) is 'SQL for the keys of a table whose time is over';

-- Deletes, or only counts, the rows of a table whose keys are given by SQL.
create function microdata.retire(of_versions regclass, keys_sql text, carry_out boolean) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  condition text := format('(%s) in (%s)', microdata.plain((microdata.shape_of(of_versions)).keys), keys_sql);
  affected bigint;
begin
  if carry_out then
    execute format('delete from %s where %s', of_versions, condition);
    get diagnostics affected = row_count;
  else
    execute format('select count(*) from %s where %s', of_versions, condition) into affected;
  end if;
  return affected;
end $$;
comment on function microdata.retire(regclass, text, boolean) is 'Deletes rows whose time is over, or counts them';

create function microdata.retire_people(cutoff date, carry_out boolean) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  gone_for_long bigint[] := (
    select array_agg(l.person_key) from (
      select distinct on (v.person_key) v.person_key, v.left_on, v.gone from (
        select distinct on (p.person_key, p.effective_from) p.* from microdata.people p order by p.person_key, p.effective_from, p.load_no desc) v
      where not v.gone order by v.person_key, v.effective_from desc) l
    where l.left_on < cutoff);
  affected bigint := (select count(*) from microdata.people p where p.person_key = any (gone_for_long));
begin
  if carry_out and affected > 0 then
    perform microdata.delete_people(gone_for_long, false);
  end if;
  return affected;
end $$;
comment on function microdata.retire_people(date, boolean) is 'Deletes people who left long ago, with everything that names them, or counts their rows';

create function microdata.retire_notes(cutoff date, carry_out boolean) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  affected bigint := (select count(*) from microdata.exit_interviews e where e.notes is not null and e.held_on < cutoff);
begin
  if carry_out then
    update microdata.exit_interviews e set notes = null where e.notes is not null and e.held_on < cutoff;
  end if;
  return affected;
end $$;
comment on function microdata.retire_notes(date, boolean) is 'Deletes the free text of old exit interviews, or counts it';

create function microdata.retire_class(of_class text, cutoff date, carry_out boolean) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  target record;
  affected bigint := 0;
  touched uuid[];
begin
  if of_class = 'people' then
    return microdata.retire_people(cutoff, carry_out);
  elsif of_class = 'notes' then
    return microdata.retire_notes(cutoff, carry_out);
  end if;
  if of_class = 'relationships' and carry_out then
    touched := (select array_agg(distinct p.relationship_key) from microdata.participations p where p.ended_on < cutoff);
  end if;
  for target in select r.table_name, r.day, v.relation from (values
      -- One that runs, or of which nobody said that it ended, is kept as long as its people are.
      ('relationships', 'participations', 'coalesce(ended_on, ''infinity'')'),
      ('relationships', 'requests', 'coalesce(decided_on, asked_on)'),
      ('relationships', 'reviews', 'reviewed_on'),
      ('relationships', 'escalations', 'coalesce(resolved_on, raised_on)'),
      ('sessions', 'sessions', 'held_on'),
      ('outcomes', 'skill_checks', 'taken_on'),
      ('outcomes', 'progressions', 'occurred_on'),
      ('outcomes', 'mentor_development', 'completed_on'),
      ('outcomes', 'skills', 'assessed_on'),
      ('answers', 'feedback', 'answered_on'),
      ('answers', 'exit_interviews', 'held_on'),
      ('teams', 'delivery', 'coalesce(ends_on, starts_on)'),
      ('teams', 'practice', 'null::date'),
      ('teams', 'team_sessions', 'held_on'),
      ('teams', 'skill_targets', 'needed_by')) r(file_class, table_name, day)
    join microdata.version_table v using (table_name) where r.file_class = of_class loop
    affected := affected + microdata.retire(target.relation, microdata.expired(target.relation, target.day, cutoff), carry_out);
  end loop;
  if of_class = 'sessions' and carry_out then
    delete from microdata.session_rollup s where s.month < cutoff;
  end if;
  perform microdata.delete_deserted(touched, false);
  return affected;
end $$;
comment on function microdata.retire_class(text, date, boolean) is 'Deletes one class of files before a day, or counts its rows';

create function microdata.retain(months jsonb, today date, carry_out boolean) returns table (file_class text, cutoff date, rows_over bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  rule record;
  touched text[] := '{}';
begin
  perform pg_advisory_xact_lock(jobs.known_time_lock());
  for rule in select key, value::text::int as months from jsonb_each(months) order by key loop
    file_class := rule.key;
    cutoff := (date_trunc('month', today) - make_interval(months => rule.months))::date;
    rows_over := microdata.retire_class(rule.key, cutoff, carry_out);
    if rows_over > 0 then
      touched := touched || rule.key;
    end if;
    return next;
  end loop;
  if carry_out and touched <> '{}' then
    perform microdata.note_removal('retention', touched);
  end if;
end $$;
comment on function microdata.retain(jsonb, date, boolean) is 'Deletes what is older than the policy says, class by class, or counts it; months by class';

revoke all on function microdata.expired(regclass, text, date), microdata.retire(regclass, text, boolean), microdata.retire_people(date, boolean),
  microdata.retire_notes(date, boolean), microdata.retire_class(text, date, boolean), microdata.retain(jsonb, date, boolean) from public;
grant execute on function microdata.retain(jsonb, date, boolean) to overstory_curator;

-- Confirming, and undoing. Both are one transaction, one at a time: a load's number, its place in known time and its
-- rows become visible together, or not at all.

-- Held by whoever writes known time; shared by whoever asks what is known now.
create function jobs.known_time_lock() returns int language sql immutable set search_path = pg_catalog, pg_temp as $$ select 7253417 $$;
comment on function jobs.known_time_lock() is 'Number of the advisory lock on known time';

create function jobs.knowledge(at_moment timestamptz default null, out load_no int, out known_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(jobs.known_time_lock());
  known_at := case
    when at_moment < clock_timestamp() then at_moment
    else greatest(date_trunc('milliseconds', clock_timestamp()), (select max(l.known_at) from jobs.load l))
  end;
  load_no := coalesce((select max(l.load_no) from jobs.load l where l.known_at <= knowledge.known_at), 0);
end $$;
comment on function jobs.knowledge(timestamptz) is 'The last load known at a moment (now, if none is given). Waits for a load that is being confirmed, so the answer for a past moment never changes';

create function jobs.next_load_no() returns int
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(jobs.known_time_lock());
  return coalesce((select max(l.load_no) from jobs.load l), 0) + 1;
end $$;
comment on function jobs.next_load_no() is 'The next place in known time, kept for this transaction alone';

-- Known time is read at the very end, when the rows are in; it never runs backwards. It is counted in whole
-- milliseconds, rounded up, because that is what passes through programs unharmed, and so that a moment about which
-- somebody has already asked stays before it.
create function jobs.next_known_at() returns timestamptz
language sql volatile set search_path = pg_catalog, pg_temp as $$
  select greatest(date_trunc('milliseconds', clock_timestamp()), max(l.known_at)) + interval '1 millisecond' from jobs.load l
$$;
comment on function jobs.next_known_at() is 'The present moment, later than that of every load before';

-- SQL that rolls sessions up. A planned session says only that it was planned; the rest is looked at once per row.
create function microdata.rolled_up(from_sessions text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select format($sql$
    select relationship_key, month,
      coalesce(sum(minutes), 0) as minutes,
      count(held_on)::int as held_count,
      count(minutes)::int as timed_count,
      (count(*) - count(held_on))::int as planned_count,
      coalesce((array_agg(held_on order by held_on) filter (where held_on is not null))[1:3], '{}') as held_dates,
      %s
    from (
      select s.relationship_key, s.month, case when s.held then s.held_on end as held_on, case when s.held then s.minutes end as minutes,
        case when s.held then s.guidance end as guidance, case when s.held then s.mode end as mode,
        case when s.held then s.situation end as situation, case when s.held then s.ritual end as ritual
      from (select s.*, s.held_on - (date_part('day', s.held_on)::int - 1) as month, coalesce(s.state, 'held') = 'held' as held from %s s) s
      where s.relationship_key is not null and s.held_on is not null
    ) s
    group by relationship_key, month$sql$,
    (select string_agg(format('(count(*) filter (where %1$I = %2$L))::int as %1$s_%2$s', kind, value), ', ' order by place)
      from (values (1, 'guidance', 'answer'), (2, 'guidance', 'question'), (3, 'guidance', 'debrief'), (4, 'mode', 'meeting'), (5, 'mode', 'pairing'),
        (6, 'mode', 'code_review'), (7, 'mode', 'design_review'), (8, 'mode', 'async'), (9, 'mode', 'group'), (10, 'situation', 'real'),
        (11, 'situation', 'generic'), (12, 'ritual', 'none'), (13, 'ritual', 'retro'), (14, 'ritual', 'huddle'), (15, 'ritual', 'review'))
        as c(place, kind, value)),
    from_sessions)
$$;
comment on function microdata.rolled_up(text) is 'SQL that rolls sessions up by relationship and month';

-- Names of the roll-up's columns as a list in SQL, each within the pattern: minutes, counts, dates.
create function microdata.rollup_columns(pattern text) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select string_agg(format(pattern, a.attname), ', ' order by a.attnum) from pg_attribute a
  where a.attrelid = 'microdata.session_rollup'::regclass and a.attnum > 3 and not a.attisdropped
$$;
comment on function microdata.rollup_columns(text) is 'The figures of the roll-up, each within a pattern';

-- Rolls up the waiting sessions of a load on another connection while their rows are being made known, which takes
-- about as long. Confirming waits for it where it has begun, and does without it where it has not.
create function microdata.roll_up_ahead(this_load bigint) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set work_mem = '256MB' set jit = off as $$
begin
  perform pg_advisory_xact_lock(jobs.known_time_lock(), (this_load % 2147483648)::int);
  perform from staging.content c join jobs.load l on l.load_id = c.load_id
    where c.load_id = this_load and c.table_name = 'sessions' and l.state = 'staged';
  if found then
    execute format('create unlogged table %s as %s', microdata.staging_of(this_load, 'rolled_up'),
      microdata.rolled_up(microdata.staging_of(this_load, 'sessions')));
  end if;
end $$;
comment on function microdata.roll_up_ahead(bigint) is 'Rolls up the waiting sessions of a load, for confirming to use';

create function microdata.rolled_up_ahead(this_load bigint) returns text
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(jobs.known_time_lock(), (this_load % 2147483648)::int);
  if to_regclass(microdata.staging_of(this_load, 'rolled_up')) is null then
    return microdata.rolled_up(microdata.staging_of(this_load, 'sessions'));
  end if;
  return 'select * from ' || microdata.staging_of(this_load, 'rolled_up');
end $$;
comment on function microdata.rolled_up_ahead(bigint) is 'SQL for the roll-up of the waiting sessions of a load, done before or not';

-- Adds sessions that were unknown before to what is rolled up already; costs by them alone.
create function microdata.roll_up_new(load_number int, rolled_up text) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from microdata.session_rollup) then
    execute format('insert into microdata.session_rollup (relationship_key, month, load_no, %s) select relationship_key, month, %s, %1$s from (%3$s) n',
      microdata.rollup_columns('%I'), load_number, rolled_up);
    return;
  end if;
  execute format($sql$
    insert into microdata.session_rollup (relationship_key, month, load_no, %1$s)
    select n.relationship_key, n.month, %2$s, %3$s
    from (%4$s) n
    left join lateral (select * from microdata.session_rollup b
      where b.relationship_key = n.relationship_key and b.month = n.month order by b.load_no desc limit 1) b on true$sql$,
    microdata.rollup_columns('%I'), load_number,
    replace(microdata.rollup_columns('coalesce(b.%1$I, 0) + n.%1$I'), 'coalesce(b.held_dates, 0) + n.held_dates',
      '(select coalesce((array_agg(d order by d))[1:3], ''{}'') from unnest(b.held_dates || n.held_dates) as d)'),
    rolled_up);
end $$;
comment on function microdata.roll_up_new(int, text) is 'Brings the roll-up of sessions up to a load of new sessions';

-- Rolls up again what the sessions of a load touched: where they are now, and where they were before.
create function microdata.roll_up_again(load_number int, touched_sessions text) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  vals text[] := (microdata.shape_of('microdata.sessions')).vals;
  figures text := replace(microdata.rollup_columns('coalesce(n.%I, 0)'), 'coalesce(n.held_dates, 0)', 'coalesce(n.held_dates, ''{}'')');
begin
  execute format($sql$
    with touched as materialized (
      select distinct v.relationship_key, v.held_on - (date_part('day', v.held_on)::int - 1) as month
      from (%1$s) k
      cross join lateral (select s.* from microdata.sessions s where s.session_key = k.session_key order by s.load_no desc limit 1) now
      left join lateral (select s.* from microdata.sessions s
        where s.session_key = k.session_key and s.load_no < now.load_no order by s.load_no desc limit 1) before on true
      cross join lateral (values (now.relationship_key, now.held_on), (before.relationship_key, before.held_on)) v (relationship_key, held_on)
      where row(now.gone, %7$s) is distinct from row(before.gone, %8$s) and v.relationship_key is not null and v.held_on is not null
    ), candidate as materialized (
      select distinct s.session_key from microdata.sessions s where s.relationship_key in (select t.relationship_key from touched t)
    ), latest as (
      select distinct on (s.session_key) s.* from microdata.sessions s join candidate c on c.session_key = s.session_key
      order by s.session_key, s.load_no desc
    ), n as (%2$s)
    insert into microdata.session_rollup (relationship_key, month, load_no, %3$s)
    select t.relationship_key, t.month, %4$s, %5$s
    from touched t
    left join n on n.relationship_key = t.relationship_key and n.month = t.month
    left join lateral (select * from microdata.session_rollup b
      where b.relationship_key = t.relationship_key and b.month = t.month order by b.load_no desc limit 1) b on true
    where row(%5$s) is distinct from row(%6$s) and (n.relationship_key is not null or b.relationship_key is not null)$sql$,
    touched_sessions, microdata.rolled_up('(select * from latest where not gone)'), microdata.rollup_columns('%I'), load_number, figures,
    microdata.rollup_columns('b.%I'), microdata.listed(vals, 'now'), microdata.listed(vals, 'before'));
end $$;
comment on function microdata.roll_up_again(int, text) is 'Brings the roll-up of sessions up to a load that changed or withdrew some';

-- A crash of the server empties waiting rows, and whom a person asked to forget is never made known again.
create function microdata.make_sure_of_rows(this_load bigint, target text) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  shape record := microdata.shape_of((select v.relation from microdata.version_table v where v.table_name = target));
  place text := microdata.staging_of(this_load, target);
  person text := (select name from unnest(shape.keys || shape.vals) as name where name in ('person_key', 'owner_key'));
  seen bigint;
begin
  execute 'select count(*) from ' || place into seen;
  if seen is distinct from (select c.row_count from staging.content c where c.load_id = this_load and c.table_name = target) then
    raise exception 'waiting rows of this load were lost' using errcode = '55000', hint = 'Send the files again.';
  end if;
  if person is not null then
    execute format('delete from %s s where exists (select from microdata.tombstone t where t.person_key = s.%I)', place, person);
  end if;
end $$;
comment on function microdata.make_sure_of_rows(bigint, text) is 'Refuses a load that lost waiting rows, and drops rows of the erased';

-- Adds a version for every staged key: what the row says, and for the rest what was known before.
create function microdata.stand(this_load bigint, target text, load_number int) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  of_versions regclass := (select v.relation from microdata.version_table v where v.table_name = target);
  shape record := microdata.shape_of(of_versions);
  place text := microdata.staging_of(this_load, target);
  restated bigint := 0;
  found_before boolean;
  fresh text;
  kept text;
begin
  select coalesce(', ' || string_agg(format('coalesce(s.%I, %s)', name, fallback), ', ' order by nth), ''),
      coalesce(', ' || string_agg(format('coalesce(case when s.said & %s <> 0 then s.%I else p.%2$I end, %s)', (1::bigint << (nth - 1)::int), name, fallback), ', ' order by nth), '')
    into fresh, kept
    from unnest(shape.vals, shape.fallbacks) with ordinality as c(name, fallback, nth);
  execute format('select exists (select from %s)', of_versions) into found_before;
  -- In the order of the keys the index grows at its end alone. Sorting reads the rows once, an index at random.
  perform set_config('enable_indexscan', 'off', true);
  execute format('insert into %s (%s, load_no, said) select %s%s, %s, s.said from %s s%s order by %s',
    of_versions, microdata.plain(shape.keys || shape.vals), microdata.listed(shape.keys, 's'), fresh, load_number, place,
    case when found_before then format(' where not exists (select from %s v where %s)', of_versions, microdata.same(shape.keys, 'v', 's')) else '' end,
    microdata.listed(shape.keys, 's'));
  perform set_config('enable_indexscan', 'on', true);
  if found_before then
    execute format($sql$
      insert into %1$s (%2$s, load_no, said) select %3$s%4$s, %5$s, s.said from %6$s s
      cross join lateral (select * from %1$s v where %7$s and v.load_no < %5$s order by v.load_no desc limit 1) p
      order by %3$s$sql$,
      of_versions, microdata.plain(shape.keys || shape.vals), microdata.listed(shape.keys, 's'), kept, load_number, place,
      microdata.same(shape.keys, 'v', 's'));
    get diagnostics restated = row_count;
  end if;
  return restated;
end $$;
comment on function microdata.stand(bigint, text, int) is 'Makes the waiting rows of a load known; returns how many of their keys were known before';

create function microdata.plain(names text[]) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select string_agg(quote_ident(name), ', ' order by nth) from unnest(names) with ordinality as n(name, nth)
$$;
comment on function microdata.plain(text[]) is 'Column names as a list in SQL, without an alias';

-- Whoever asks next, here or in a release, should not plan by what the table was before it grew.
create function microdata.analyze_grown(this_load bigint, target text) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  of_versions regclass := (select v.relation from microdata.version_table v where v.table_name = target);
begin
  if (select c.row_count * 10 from staging.content c where c.load_id = this_load and c.table_name = target)
      >= (select t.reltuples from pg_class t where t.oid = of_versions) then
    execute 'analyze ' || of_versions;
  end if;
end $$;
comment on function microdata.analyze_grown(bigint, text) is 'Tells the planner about a table that a load made much larger';

-- Whether the waiting rows for a table would change nothing of what is known.
create function microdata.changes_nothing(this_load bigint, target text) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  of_versions regclass := (select v.relation from microdata.version_table v where v.table_name = target);
  shape record := microdata.shape_of(of_versions);
  changes boolean;
begin
  execute format($sql$
    select exists (
      select from %s s
      left join lateral (select * from %s v where %s order by v.load_no desc limit 1) p on true
      where p.load_no is null or p.gone %s)$sql$,
    microdata.staging_of(this_load, target), of_versions, microdata.same(shape.keys, 'v', 's'),
    (select coalesce(string_agg(format('or (s.said & %s <> 0 and coalesce(s.%2$I, %3$s) is distinct from p.%2$I)', (1::bigint << (nth - 1)::int), name, fallback), ' '), '')
      from unnest(shape.vals, shape.fallbacks) with ordinality as c(name, fallback, nth)))
    into changes;
  return not changes;
end $$;
comment on function microdata.changes_nothing(bigint, text) is 'Whether the waiting rows of a load for a table are known already';

-- Sources send the same files again and again. A load in force of the same source with the very same files, whose rows
-- all still hold, speaks for this one too: then no version has to be added.
create function microdata.repeated_by(this_load bigint) returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  earlier bigint := (
    select e.load_id from jobs.load e join jobs.load this on this.load_id = this_load and this.source = e.source
    where e.load_no = any (jobs.in_force()) and not exists (
        (select f.file, f.fingerprint from jobs.load_file f where f.load_id = this_load and f.state = 'checked'
          except all select f.file, f.fingerprint from jobs.load_file f where f.load_id = e.load_id and f.state = 'checked')
        union all
        (select f.file, f.fingerprint from jobs.load_file f where f.load_id = e.load_id and f.state = 'checked'
          except all select f.file, f.fingerprint from jobs.load_file f where f.load_id = this_load and f.state = 'checked'))
    order by e.load_no desc limit 1);
begin
  if earlier is null
    or exists (select from staging.content c where c.load_id = this_load and not microdata.changes_nothing(this_load, c.table_name)) then
    return null;
  end if;
  return earlier;
end $$;
comment on function microdata.repeated_by(bigint) is 'The load that a waiting load repeats without changing anything, if there is one';

create function microdata.confirm_staged(this_load bigint) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set work_mem = '256MB' set jit = off as $$
declare
  number int := jobs.next_load_no();
  target text;
  restated bigint;
  again bigint;
begin
  perform from jobs.load l where l.load_id = this_load and l.state = 'staged' for update;
  if not found then
    raise exception 'this load does not wait for confirmation' using errcode = '55000';
  end if;
  for target in select c.table_name from staging.content c where c.load_id = this_load loop
    perform microdata.make_sure_of_rows(this_load, target);
  end loop;
  again := microdata.repeated_by(this_load);
  for target in select c.table_name from staging.content c where c.load_id = this_load and again is null loop
    restated := microdata.stand(this_load, target, number);
    perform microdata.analyze_grown(this_load, target);
    continue when target <> 'sessions';
    if restated > 0 then
      perform microdata.roll_up_again(number, 'select session_key from ' || microdata.staging_of(this_load, target));
    else
      perform microdata.roll_up_new(number, microdata.rolled_up_ahead(this_load));
    end if;
  end loop;
  update jobs.load set state = 'confirmed', load_no = number, known_at = jobs.next_known_at(), repeats = again where load_id = this_load;
  perform microdata.drop_staging(this_load);
  return number;
end $$;
comment on function microdata.confirm_staged(bigint) is 'Makes a checked load stand: its rows are known from now on';

-- Of every key that the undone load spoke of: what the other loads in force say.
create function microdata.resolve_without(of_versions regclass, undone int, load_number int) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  shape record := microdata.shape_of(of_versions);
  keys_touched text := format('(select distinct %s from %s t where t.load_no = %s)', microdata.listed(shape.keys, 't'), of_versions, undone);
  resolved text := coalesce(', ' || (select string_agg(format('coalesce(f.%I, %s)', name, fallback), ', ' order by nth)
    from unnest(shape.vals, shape.fallbacks) with ordinality as c(name, fallback, nth)), '');
begin
  execute format($sql$
    insert into %1$s (%2$s, load_no, said, gone)
    select %3$s%4$s, %5$s, 0, f.%6$I is null
    from %7$s k
    left join (%8$s) f on %9$s
    cross join lateral (select * from %1$s v where %10$s order by v.load_no desc limit 1) latest
    where row(f.%6$I is null%4$s) is distinct from row(latest.gone%11$s)$sql$,
    of_versions, microdata.plain(shape.keys || shape.vals), microdata.listed(shape.keys, 'k'), resolved, load_number, shape.keys[1],
    keys_touched, microdata.folded(of_versions, jobs.in_force(), keys_touched), microdata.same(shape.keys, 'f', 'k'),
    microdata.same(shape.keys, 'v', 'k'), coalesce(', ' || microdata.listed(shape.vals, 'latest'), ''));
end $$;
comment on function microdata.resolve_without(regclass, int, int) is 'Takes what one load said out of what is known';

create function microdata.withdraw(this_load bigint, by_whom text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set work_mem = '256MB' set jit = off as $$
declare
  number int := jobs.next_load_no();
  undone jobs.load := (select l from jobs.load l where l.load_id = this_load);
  of_versions regclass;
  speaking int;
  made bigint;
begin
  if undone.state is distinct from 'confirmed' or undone.withdraws is not null then
    raise exception 'this load does not stand' using errcode = '55000';
  end if;
  update jobs.load set state = 'withdrawn' where load_id = this_load;
  -- The rows are those of the load that was repeated, and go when nobody stands by them any more.
  speaking := (select l.load_no from jobs.load l where l.load_id = coalesce(undone.repeats, this_load));
  for of_versions in select v.relation from microdata.version_table v where speaking <> all (jobs.in_force()) order by v.table_name loop
    perform microdata.resolve_without(of_versions, speaking, number);
  end loop;
  perform microdata.roll_up_again(number, format('select session_key from microdata.sessions where load_no = %s', number));
  insert into jobs.load (load_no, state, source, created_by, known_at, withdraws, sample)
    values (number, 'confirmed', undone.source, by_whom, jobs.next_known_at(), this_load, undone.sample) returning load_id into made;
  return made;
end $$;
comment on function microdata.withdraw(bigint, text) is 'Undoes a load by a new one; what was known before stays known as of then';

-- An invented organisation may be taken away again, whole; loads of a real one are only ever withdrawn.
create function microdata.empty_sample() returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_versions regclass;
  this_load bigint;
begin
  perform pg_advisory_xact_lock(jobs.known_time_lock());
  if not (select i.sample from governance.installation i) then
    raise exception 'this installation does not hold sample data' using errcode = '55000';
  end if;
  for this_load in select distinct c.load_id from staging.content c loop
    perform microdata.drop_staging(this_load);
  end loop;
  for of_versions in select v.relation from microdata.version_table v loop
    execute 'truncate ' || of_versions;
  end loop;
  truncate microdata.session_rollup, microdata.tombstone, staging.content, jobs.load_error, jobs.load_file, jobs.load;
end $$;
comment on function microdata.empty_sample() is 'Removes an invented organisation and its loads';

revoke all on function jobs.known_time_lock(), jobs.knowledge(timestamptz), jobs.next_load_no(), jobs.next_known_at(), microdata.rolled_up(text),
  microdata.rollup_columns(text), microdata.roll_up_ahead(bigint), microdata.rolled_up_ahead(bigint), microdata.roll_up_new(int, text), microdata.roll_up_again(int, text), microdata.make_sure_of_rows(bigint, text), microdata.changes_nothing(bigint, text), microdata.analyze_grown(bigint, text), microdata.repeated_by(bigint), microdata.stand(bigint, text, int),
  microdata.plain(text[]), microdata.confirm_staged(bigint),
  microdata.resolve_without(regclass, int, int), microdata.withdraw(bigint, text), microdata.empty_sample() from public;
grant execute on function jobs.knowledge(timestamptz) to overstory_curator;
grant execute on function microdata.roll_up_ahead(bigint), microdata.confirm_staged(bigint), microdata.withdraw(bigint, text) to overstory_ingest;

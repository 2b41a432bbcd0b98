-- What only the whole of a load can tell: rows that contradict each other, rows that wait for another, and what would
-- change. The last is said relative to the same source's loads alone, so that nobody learns what others have said.

-- Loads whose own rows count now. One that was withdrawn still does while another one that repeats it stands.
create function jobs.in_force() returns int[]
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(l.load_no order by l.load_no), '{}') from jobs.load l
  where l.withdraws is null and l.repeats is null
    and (l.state = 'confirmed' or exists (select from jobs.load again where again.repeats = l.load_id and again.state = 'confirmed'))
$$;
comment on function jobs.in_force() is 'Numbers of the loads whose rows make what is known now';

-- SQL: the state of every key as a set of loads alone would have it. Each value is that of the last load that said it.
create function microdata.folded(of_versions regclass, loads int[], only_keys text) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  shape record := microdata.shape_of(of_versions);
  vals text;
begin
  select string_agg(format('coalesce((array_agg(v.%I%s order by v.load_no desc) filter (where v.said & %s <> 0))[1]::%s, %s) as %I',
      name, case when type like '%[]' then '::text' else '' end, (1::bigint << (place - 1)::int), type, fallback, name), ', ' order by place)
    into vals
    from unnest(shape.vals, shape.types, shape.fallbacks) with ordinality as c(name, type, fallback, place);
  return format('select %s%s from %s v where v.load_no = any (%L::int[]) and exists (select from %s k where %s) group by %s',
    microdata.listed(shape.keys, 'v'), coalesce(', ' || vals, ''), of_versions, loads, only_keys,
    microdata.same(shape.keys, 'k', 'v'), microdata.listed(shape.keys, 'v'));
end $$;
comment on function microdata.folded(regclass, int[], text) is 'SQL for what some loads alone say of some keys';

-- Some columns of a file live in a table of their own: theirs are side tables, whose rows stand and fall with the file's.
create function microdata.side_of(target text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case target when 'demographics' then 'people' when 'track_owner' then 'track' end
$$;
comment on function microdata.side_of(text) is 'The table whose file a side table belongs to; null for a file''s own table';

-- Building the index is the fastest way to know that no key comes twice; later steps read the rows in its order.
create function microdata.index_staging(place text, keys text[]) returns boolean
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create unique index on %s (%s)', place, (select string_agg(quote_ident(name), ', ' order by nth) from unnest(keys) with ordinality as k(name, nth)));
  return true;
exception when unique_violation then
  return false;
end $$;
comment on function microdata.index_staging(text, text[]) is 'Indexes waiting rows by key; false where a key comes twice';

-- Rows with one key and different content cannot both be right: all are rejected. Equal ones are one row.
create function microdata.settle_doubles(this_load bigint, target text) returns table (of_part int, rejected bigint, merged bigint)
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  shape record := microdata.shape_of((select v.relation from microdata.version_table v where v.table_name = target));
  place text := microdata.staging_of(this_load, target);
begin
  if microdata.index_staging(place, shape.keys) then
    return;
  end if;
  return query execute format($sql$
    with judged as (
      select s.ctid as place, s.part, s.line,
        row_number() over (same_key order by s.part, s.line) as nth,
        min(s.content) over (partition by %1$s) <> max(s.content) over (partition by %1$s) as differ
      from (select s.ctid, s.*, md5(row(%2$s, s.beside)::text) as content from %3$s s
        where (%1$s) in (select %1$s from %3$s s group by %1$s having count(*) > 1)) s
      window same_key as (partition by %1$s)
    ), told as (
      insert into jobs.load_error (load_id, part, line, column_name, rule, message)
      select %4$s, part, line, null, 'duplicate', 'another row of this load has the same key and other content'
      from judged where differ and not %5$L order by part, line limit 100000
    ), taken as (
      delete from %3$s s using judged j where s.ctid = j.place and (j.differ or j.nth > 1) returning s.part, j.differ
    )
    select part, count(*) filter (where differ), count(*) filter (where not differ) from taken group by part$sql$,
    microdata.listed(shape.keys, 's'), microdata.listed(shape.vals || array['said'], 's'), place, this_load,
    microdata.side_of(target) is not null);
  perform microdata.index_staging(place, shape.keys);
end $$;
comment on function microdata.settle_doubles(bigint, text) is 'Rejects contradicting rows of a load, merges equal ones; returns how many of each part';

-- SQL: a condition that holds for a row of alias s that names something unknown.
create function microdata.waits(this_load bigint, target text) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  shape record := microdata.shape_of((select v.relation from microdata.version_table v where v.table_name = target));
  other record;
  result text := 'false';
begin
  for other in select * from (values ('person_key', 'people', 'people'), ('track_id', 'track', 'track'), ('relationship_key', 'participations', 'participations'))
      as o(named_by, home, home_name) loop
    continue when other.home = target or not other.named_by = any (shape.keys || shape.vals);
    result := result || format(' or (s.%1$I is not null and s.%1$I::text <> '''' and not exists (
        select from %2$s v where v.%1$I = s.%1$I and not v.gone and not exists (select from %2$s later where %3$s and later.load_no > v.load_no and later.gone))',
      other.named_by, (select v.relation from microdata.version_table v where v.table_name = other.home),
      microdata.same((microdata.shape_of((select v.relation from microdata.version_table v where v.table_name = other.home))).keys, 'later', 'v'));
    if exists (select from staging.content c where c.load_id = this_load and c.table_name = other.home) then
      result := result || format(' and not exists (select from %s n where n.%2$I = s.%2$I)', microdata.staging_of(this_load, other.home), other.named_by);
    end if;
    result := result || ')';
  end loop;
  return result;
end $$;
comment on function microdata.waits(bigint, text) is 'SQL for a row that names an unknown person, track or relationship';

-- SQL: part, line and whether a row is new to the source, or changes what it said.
create function microdata.compared(this_load bigint, target text, loads int[]) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  of_versions regclass := (select v.relation from microdata.version_table v where v.table_name = target);
  shape record := microdata.shape_of(of_versions);
  place text := microdata.staging_of(this_load, target);
  differs text;
begin
  select coalesce(string_agg(format('(s.said & %s <> 0 and s.%2$I is distinct from m.%2$I)', (1::bigint << (nth - 1)::int), name), ' or '), 'false')
    into differs from unnest(shape.vals) with ordinality as c(name, nth);
  return format('select s.part, s.line, m.%I is null as is_new, coalesce(%s, false) as is_changed from %s s left join (%s) m on %s',
    shape.keys[1], differs, place, microdata.folded(of_versions, loads, place), microdata.same(shape.keys, 'm', 's'));
end $$;
comment on function microdata.compared(bigint, text, int[]) is 'SQL for what a load would change of what some loads said';

-- How many rows of each part are new, changed or as before.
create function microdata.differences(this_load bigint, target text) returns table (of_part int, added bigint, changed bigint, unchanged bigint)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  place text := microdata.staging_of(this_load, target);
  loads int[] := (
    select array_agg(earlier.load_no) from jobs.load earlier join jobs.load this on this.source = earlier.source
    where this.load_id = this_load and earlier.load_no = any (jobs.in_force()));
  side text := (select c.table_name from staging.content c where c.load_id = this_load and microdata.side_of(c.table_name) = target);
begin
  if loads is null then
    return query execute format('select part, count(*), 0::bigint, 0::bigint from %s group by part', place);
    return;
  end if;
  return query execute format($sql$
    select d.part, count(*) filter (where d.is_new),
      count(*) filter (where not d.is_new and (d.is_changed or s.part is not null)),
      count(*) filter (where not d.is_new and not d.is_changed and s.part is null)
    from (%s) d left join (%s) s on s.part = d.part and s.line = d.line
    group by d.part$sql$,
    microdata.compared(this_load, target, loads),
    case when side is null then 'select null::int as part, null::int as line where false'
      else format('select distinct part, line from (%s) x where is_new or is_changed', microdata.compared(this_load, side, loads)) end);
end $$;
comment on function microdata.differences(bigint, text) is 'What a load would change of what the same source has said';

create function microdata.count_waiting(this_load bigint, target text) returns table (of_part int, rows_waiting bigint)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  shape record := microdata.shape_of((select v.relation from microdata.version_table v where v.table_name = target));
  naming text := (
    select microdata.listed(array_agg(name), 's') from unnest(shape.keys || shape.vals) as name
    where name in ('person_key', 'track_id', 'relationship_key'));
begin
  return query execute format(
    'select s.part, sum(s.n)::bigint from (select s.part%s, count(*) as n from %s s group by s.part%1$s) s where %3$s group by s.part',
    coalesce(', ' || naming, ''), microdata.staging_of(this_load, target), microdata.waits(this_load, target));
end $$;
comment on function microdata.count_waiting(bigint, text) is 'How many rows of each part name something unknown';

create function microdata.check_staged(this_load bigint) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set work_mem = '256MB' set maintenance_work_mem = '256MB' set jit = off as $$
declare
  target text;
begin
  perform from jobs.load l where l.load_id = this_load and l.state = 'receiving' for update;
  if not found then
    raise exception 'this load is not one that could be checked' using errcode = '55000';
  end if;
  -- A file's own table comes before its side tables, whose rows follow it.
  for target in select c.table_name from staging.content c where c.load_id = this_load order by microdata.side_of(c.table_name) is not null loop
    execute 'analyze ' || microdata.staging_of(this_load, target);
    if microdata.side_of(target) is not null then
      execute format('delete from %s s where not exists (select from %s m where m.part = s.part and m.line = s.line)',
        microdata.staging_of(this_load, target), microdata.staging_of(this_load, microdata.side_of(target)));
      perform microdata.settle_doubles(this_load, target);
    else
      update jobs.load_file f set accepted = f.accepted - d.rejected, rejected = f.rejected + d.rejected, unchanged = d.merged
        from microdata.settle_doubles(this_load, target) d where f.load_id = this_load and f.part = d.of_part;
    end if;
    execute format('update staging.content c set row_count = (select count(*) from %s) where c.load_id = %s and c.table_name = %L',
      microdata.staging_of(this_load, target), this_load, target);
  end loop;
  for target in select c.table_name from staging.content c where c.load_id = this_load and microdata.side_of(c.table_name) is null loop
    update jobs.load_file f set waiting = w.rows_waiting
      from microdata.count_waiting(this_load, target) w where f.load_id = this_load and f.part = w.of_part;
    update jobs.load_file f set added = d.added, changed = d.changed, unchanged = f.unchanged + d.unchanged
      from microdata.differences(this_load, target) d where f.load_id = this_load and f.part = d.of_part;
  end loop;
  update jobs.load_file set state = 'checked' where load_id = this_load and state = 'received';
  update jobs.load set state = 'staged' where load_id = this_load;
end $$;
comment on function microdata.check_staged(bigint) is 'Holds the rows of a load against each other and against what is known, and counts';

revoke all on function jobs.in_force(), microdata.side_of(text), microdata.folded(regclass, int[], text), microdata.settle_doubles(bigint, text), microdata.index_staging(text, text[]),
  microdata.waits(bigint, text), microdata.compared(bigint, text, int[]), microdata.differences(bigint, text),
  microdata.count_waiting(bigint, text), microdata.check_staged(bigint) from public;
grant execute on function microdata.check_staged(bigint) to overstory_ingest;

-- Rows of a load wait in tables of their own until the load is confirmed or discarded. They are made and emptied by the
-- functions here: the ingest login may add rows to them, and can read neither them nor the tables of versions.
create schema staging;
comment on schema staging is 'Rows of loads that are not confirmed yet, pseudonymised; 24 hours at most';
grant usage on schema staging to overstory_ingest;

create table staging.content (
  load_id bigint not null references jobs.load,
  table_name text not null,
  row_count bigint,
  primary key (load_id, table_name)
);
comment on table staging.content is 'Which tables a load has rows for; a server that crashed loses the rows, and the count tells';
comment on column staging.content.load_id is 'The load';
comment on column staging.content.table_name is 'The table of versions for which rows are staged';
comment on column staging.content.row_count is 'How many, after the checks';
revoke all on staging.content from public;

create view microdata.version_table as
select c.relname::text as table_name, c.oid::regclass as relation
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname in ('microdata', 'tracks')
  and exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'said' and not a.attisdropped);
comment on view microdata.version_table is 'The tables of versions, by name';
revoke all on microdata.version_table from public;

create function microdata.shape_of(relation regclass, out keys text[], out vals text[], out fallbacks text[], out types text[])
language sql stable set search_path = pg_catalog, pg_temp as $$
  with column_of as (
    select a.attname::text as name, a.attnum, format_type(a.atttypid, a.atttypmod) as type,
      coalesce(pg_get_expr(d.adbin, d.adrelid), 'null') as fallback,
      array_position(i.indkey::smallint[], a.attnum) as key_position
    from pg_attribute a
    join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = relation and a.attnum > 0 and not a.attisdropped
      and a.attname not in ('load_no', 'said', 'gone')
  )
  select array_agg(name order by key_position) filter (where key_position is not null),
    coalesce(array_agg(name order by attnum) filter (where key_position is null), '{}'),
    coalesce(array_agg(fallback order by attnum) filter (where key_position is null), '{}'),
    coalesce(array_agg(type order by attnum) filter (where key_position is null), '{}')
  from column_of
$$;
comment on function microdata.shape_of(regclass) is 'Key columns, value columns in the order of the bits of said, and what an unsaid value reads as';

-- 'a.x, a.y' of the columns x, y under the alias a.
create function microdata.listed(names text[], alias text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select string_agg(format('%I.%I', alias, name), ', ' order by place) from unnest(names) with ordinality as n(name, place)
$$;
comment on function microdata.listed(text[], text) is 'Column names as a list in SQL';

-- 'a.x = b.x and a.y = b.y' of the columns x, y.
create function microdata.same(names text[], one text, other text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select string_agg(format('%I.%I = %I.%I', one, name, other, name), ' and ') from unnest(names) as name
$$;
comment on function microdata.same(text[], text, text) is 'A join condition on columns of the same names';

create function microdata.staging_of(this_load bigint, table_name text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select format('staging.%I', 'l' || this_load || '_' || table_name)
$$;
comment on function microdata.staging_of(bigint, text) is 'Where the rows of a load for one table wait';

create function microdata.open_staging(this_load bigint, of_part int, target text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_versions regclass := (select v.relation from microdata.version_table v where v.table_name = target);
  shape record;
  place text := microdata.staging_of(this_load, target);
begin
  if of_versions is null then
    raise exception 'there is no such table of versions' using errcode = '22023';
  end if;
  -- Files of one load may arrive side by side; checking it waits for all of them.
  perform from jobs.load l where l.load_id = this_load and l.state = 'receiving' for key share;
  if not found then
    raise exception 'this load takes no more files' using errcode = '55000';
  end if;
  insert into staging.content values (this_load, target) on conflict do nothing;
  if found then
    shape := microdata.shape_of(of_versions);
    execute format('create unlogged table %s as select 0 as part, 0 as line, %s, 0::bigint as said, null::text as beside from %s v with no data',
      place, microdata.listed(shape.keys || shape.vals, 'v'), of_versions);
    execute format('grant insert on %s to overstory_ingest', place);
  end if;
  -- Rows of this transaction belong to this file. Another file of this load for the same table waits for it to end.
  execute format('alter table %s alter column part set default %s', place, of_part);
  return place;
end $$;
comment on function microdata.open_staging(bigint, int, text) is 'Makes the place where rows of a load for one table wait, for the rest of the transaction that of one file, and names it';

create function microdata.drop_staging(this_load bigint) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  target text;
begin
  if exists (select from jobs.load l where l.load_id = this_load and l.state in ('receiving', 'staged')) then
    update jobs.load set state = 'discarded' where load_id = this_load;
  end if;
  for target in delete from staging.content c where c.load_id = this_load returning c.table_name loop
    execute 'drop table if exists ' || microdata.staging_of(this_load, target);
  end loop;
  execute 'drop table if exists ' || microdata.staging_of(this_load, 'rolled_up');
end $$;
comment on function microdata.drop_staging(bigint) is 'Forgets the waiting rows of a load; one that was not confirmed is thereby discarded';

revoke all on function microdata.shape_of(regclass), microdata.listed(text[], text), microdata.same(text[], text, text),
  microdata.staging_of(bigint, text), microdata.open_staging(bigint, int, text), microdata.drop_staging(bigint) from public;
grant execute on function microdata.open_staging(bigint, int, text), microdata.drop_staging(bigint) to overstory_ingest;

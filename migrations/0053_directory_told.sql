create function access.directory_told() returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max(p.told_at) from access.directory_person p
$$;
comment on function access.directory_told() is 'When a directory last said anything of people; null where none ever has. A moment, and nothing of whom or how many';
revoke all on function access.directory_told() from public;
grant execute on function access.directory_told() to overstory_reader;

-- "Remove sample data": an invented organisation leaves, frozen releases included. It works in no other installation.
create function governance.remove_sample() returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  next_version int;
begin
  perform from governance.installation where sample for update;
  if not found then
    raise exception 'this installation does not hold the sample organisation' using errcode = '55000';
  end if;
  perform set_config('overstory.removing_sample', 'on', true);
  delete from release.release where supersedes is not null;
  delete from release.release;
  perform microdata.empty_sample();
  -- Versions are never taken back: the defaults follow as the next one.
  select coalesce(max(version), 0) + 1 into next_version from governance.settings;
  if next_version > 1 then
    insert into governance.settings (version, document, set_by) values (next_version, '{}', 'operator');
  end if;
  update governance.installation set sample = false;
  perform set_config('overstory.removing_sample', 'off', true);
end $$;
comment on function governance.remove_sample() is 'Empties an installation that holds the invented organisation; refuses in any other';
revoke all on function governance.remove_sample() from public;
grant execute on function governance.remove_sample() to overstory_curator;

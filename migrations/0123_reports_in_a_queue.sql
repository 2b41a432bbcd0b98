-- Reports have a queue of their own: nobody who asks for one waits behind a build of minutes, and they wait for each other.
create or replace function jobs.ask(what text, about text, by_whom text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made bigint;
begin
  -- Only the owner of the installation asks as its operator: the web process always asks for an account, whose role the
  -- worker looks at.
  if by_whom = 'operator' and session_user <> current_user then
    raise exception 'only the owner asks as operator' using errcode = '42501';
  end if;
  insert into jobs.progress (kind, subject, asked_by) values (what, about, by_whom)
  on conflict (kind, subject) where state in ('waiting', 'running') do nothing
  returning progress_id into made;
  if made is null then
    select progress_id into made from jobs.progress
    where kind = what and subject = about and state in ('waiting', 'running');
    return made;
  end if;
  -- One after the other in its queue, and never a second time by itself: what failed is asked again by a person.
  perform jobs.add_job(what, json_build_object('progress', made),
    queue_name => case what when 'make-report' then 'reports' else 'work' end, max_attempts => 1);
  return made;
end $$;

-- What was done to the trail, and where: it is a person who reads the answer.
create function audit_trail.first_fault(out entry_no bigint, out what text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  broken audit_trail.entry;
  following audit_trail.entry;
  before bigint;
  moved int;
begin
  select * into broken from audit_trail.entry e where e.entry_no = audit_trail.first_broken();
  if broken.entry_no is null then
    return;
  end if;
  before := coalesce((select max(e.entry_no) from audit_trail.entry e where e.entry_no < broken.entry_no), 0);
  select * into following from audit_trail.entry e where e.entry_no > broken.entry_no order by e.entry_no limit 1;
  if before + 1 < broken.entry_no then
    entry_no := before + 1;
    what := 'removed';
  elsif audit_trail.moved_by(broken) is not null then
    moved := audit_trail.moved_by(broken);
    entry_no := broken.entry_no - greatest(moved, 0);
    what := case when moved > 0 then 'inserted' else 'removed' end;
  elsif audit_trail.moved_by(following) > 0 then
    entry_no := broken.entry_no;
    what := 'inserted';
  else
    -- Where an entry holds by itself and does not follow from the one before, that one was replaced together with its hash.
    entry_no := broken.entry_no - (broken.hash = audit_trail.entry_hash(broken) and broken.entry_no > 1)::int;
    what := 'altered';
  end if;
end $$;

-- An entry that was numbered anew, because others were put before it or taken away, still carries the hash of its old number.
create function audit_trail.moved_by(e audit_trail.entry) returns int
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  was audit_trail.entry := e;
begin
  for places in -50..50 loop
    was.entry_no := e.entry_no - places;
    if places <> 0 and e.hash = audit_trail.entry_hash(was) then
      return places;
    end if;
  end loop;
  return null;
end $$;

comment on function audit_trail.first_fault() is 'The first place where the chain does not hold, and whether an entry was altered, removed or inserted there; nulls when it holds throughout';
comment on function audit_trail.moved_by(audit_trail.entry) is 'By how many places, at most 50, an entry stands behind where it was written; null when it stands there, or is not what was written';
revoke all on function audit_trail.first_fault(), audit_trail.moved_by(audit_trail.entry) from public;
grant execute on function audit_trail.first_fault(), audit_trail.moved_by(audit_trail.entry) to overstory_auditor;

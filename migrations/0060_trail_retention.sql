-- Entries whose time is over may go, and the chain still holds: in their place stands a signed summary that carries the
-- hashes of the chain across the gap.
create table audit_trail.stretch (
  from_entry bigint primary key check (from_entry > 0),
  to_entry bigint not null unique check (to_entry >= from_entry),
  previous bytea not null check (length(previous) = 32),
  hash bytea not null check (length(hash) = 32),
  newest timestamptz not null,
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  removed_at timestamptz not null default clock_timestamp(),
  signature text not null check (signature ~ '^[0-9a-f]{64}$')
);
comment on table audit_trail.stretch is 'Entries in a row that were removed when their time was over, each stretch as a signed summary';
comment on column audit_trail.stretch.from_entry is 'The first entry that was removed';
comment on column audit_trail.stretch.to_entry is 'The last one';
comment on column audit_trail.stretch.previous is 'Hash of the entry before the first';
comment on column audit_trail.stretch.hash is 'Hash of the last one: the next entry follows from it';
comment on column audit_trail.stretch.newest is 'When the newest of them had been written';
comment on column audit_trail.stretch.counts is 'How many there were of each kind';
comment on column audit_trail.stretch.removed_at is 'When they were removed';
comment on column audit_trail.stretch.signature is 'By a key that the database does not hold, over everything above but removed_at';

create trigger append_only before update or delete on audit_trail.stretch for each row execute function audit_trail.refuse();
create trigger never_emptied before truncate on audit_trail.stretch for each statement execute function audit_trail.refuse();

create function audit_trail.keep() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- A summary says in whose place it stands, and only whoever has the signing key can write one that holds.
  if tg_op = 'DELETE' and exists (select from audit_trail.stretch s where old.entry_no between s.from_entry and s.to_entry) then
    return old;
  end if;
  raise exception 'the audit trail is append-only' using errcode = '42501';
end $$;
comment on function audit_trail.keep() is 'Nobody changes the trail; an entry goes only when a summary stands in its place';
drop trigger append_only on audit_trail.entry;
create trigger append_only before update or delete on audit_trail.entry for each row execute function audit_trail.keep();

create or replace function audit_trail.first_broken() returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(e.first) from (
    select x.first, x.holds, x.previous, lag(x.hash, 1, decode(repeat('00', 32), 'hex')) over (order by x.first) as before,
           lag(x.last, 1, 0::bigint) over (order by x.first) as last_before
    from (select e.entry_no as first, e.entry_no as last, e.previous, e.hash, e.hash = audit_trail.entry_hash(e) as holds
          from audit_trail.entry e
          union all
          select s.from_entry, s.to_entry, s.previous, s.hash, true from audit_trail.stretch s) x) e
  where not e.holds or e.previous <> e.before or e.first <> e.last_before + 1
$$;

create or replace function audit_trail.first_fault(out entry_no bigint, out what text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  place bigint := audit_trail.first_broken();
  broken audit_trail.entry;
  following audit_trail.entry;
  before bigint;
  moved int;
begin
  if place is null then
    return;
  end if;
  select * into broken from audit_trail.entry e where e.entry_no = place;
  select * into following from audit_trail.entry e where e.entry_no > place order by e.entry_no limit 1;
  before := greatest(coalesce((select max(e.entry_no) from audit_trail.entry e where e.entry_no < place), 0),
                     coalesce((select max(s.to_entry) from audit_trail.stretch s where s.from_entry < place), 0));
  if before + 1 < place then
    entry_no := before + 1;
    what := 'removed';
  elsif before + 1 > place then
    entry_no := place;
    what := 'inserted';
  elsif broken.entry_no is null then
    entry_no := place;
    what := 'altered';
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

revoke all on audit_trail.stretch from public;
revoke all on function audit_trail.keep() from public;
grant select on audit_trail.stretch to overstory_auditor;

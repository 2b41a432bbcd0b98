-- The log of decisions. Every entry carries the hash of the one before: an altered, removed or inserted
-- entry breaks the chain from there on.
create table audit_trail.entry (
  entry_no bigint primary key,
  at timestamptz not null,
  login text not null,
  actor text not null check (length(actor) between 1 and 200),
  role text,
  action text not null check (action ~ '^[a-z][a-z0-9.-]{1,80}$'),
  subject text not null check (length(subject) <= 500),
  details jsonb not null,
  previous bytea not null,
  hash bytea not null
);
comment on table audit_trail.entry is 'Append-only, hash-chained log of sign-ins, loads, builds, publications, exports and denials';
comment on column audit_trail.entry.entry_no is '1, 2, 3 … without a gap';
comment on column audit_trail.entry.at is 'When it was written';
comment on column audit_trail.entry.login is 'The database login that wrote it';
comment on column audit_trail.entry.actor is 'An account_id, or operator (who owns the installation''s folder), worker, anonymous';
comment on column audit_trail.entry.role is 'The role in which the actor acted; null where there is none';
comment on column audit_trail.entry.action is 'What was done, as area.verb';
comment on column audit_trail.entry.subject is 'To what: the id of a load, a release, a table';
comment on column audit_trail.entry.details is 'What else is worth keeping; never a value of a person';
comment on column audit_trail.entry.previous is 'Hash of the entry before; 32 zero bytes for the first';
comment on column audit_trail.entry.hash is 'SHA-256 over the previous hash and everything above';

create function audit_trail.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only' using errcode = '42501';
end $$;
comment on function audit_trail.refuse() is 'Nobody changes the trail, its owner included';
create trigger append_only before update or delete on audit_trail.entry for each row execute function audit_trail.refuse();
create trigger never_emptied before truncate on audit_trail.entry for each statement execute function audit_trail.refuse();

-- Every part with its length before it, so that no text can pass for two.
create function audit_trail.entry_hash(e audit_trail.entry) returns bytea
language sql stable set search_path = pg_catalog, pg_temp as $$
  select sha256(e.previous || convert_to(string_agg(length(part) || ':' || part, '' order by place), 'UTF8'))
  from unnest(array[e.entry_no::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.login, e.actor,
                    coalesce('=' || e.role, ''), e.action, e.subject, e.details::text])
       with ordinality as parts (part, place)
$$;
comment on function audit_trail.entry_hash(audit_trail.entry) is 'What the hash of an entry has to be';

create function audit_trail.record(by_actor text, in_role text, did text, to_what text, more jsonb) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made audit_trail.entry;
begin
  perform pg_advisory_xact_lock(7305120333);
  select entry_no, hash into made.entry_no, made.previous from audit_trail.entry order by entry_no desc limit 1;
  made.entry_no := coalesce(made.entry_no, 0) + 1;
  made.previous := coalesce(made.previous, decode(repeat('00', 32), 'hex'));
  made.at := clock_timestamp();
  made.login := session_user;
  made.actor := by_actor;
  made.role := in_role;
  made.action := did;
  made.subject := coalesce(to_what, '');
  made.details := coalesce(more, '{}');
  made.hash := audit_trail.entry_hash(made);
  insert into audit_trail.entry select made.*;
  return made.entry_no;
end $$;
comment on function audit_trail.record(text, text, text, text, jsonb) is
  'Adds one entry; the only way to write. Called last in a transaction: others wait until it ends';

create function audit_trail.record_many(entries jsonb) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  one jsonb;
begin
  for one in select value from jsonb_array_elements(entries) loop
    perform audit_trail.record(one ->> 'actor', one ->> 'role', one ->> 'action', one ->> 'subject', coalesce(one -> 'details', '{}'));
  end loop;
  return jsonb_array_length(entries);
end $$;
comment on function audit_trail.record_many(jsonb) is 'Adds entries in their order: what was read within the last second';

create function audit_trail.first_broken() returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(e.entry_no) from (
    select x.entry_no, x.hash, x.previous, audit_trail.entry_hash(x) as due,
           lag(x.hash, 1, decode(repeat('00', 32), 'hex')) over (order by x.entry_no) as before,
           row_number() over (order by x.entry_no) as place
    from audit_trail.entry x) e
  where e.hash <> e.due or e.previous <> e.before or e.entry_no <> e.place
$$;
comment on function audit_trail.first_broken() is 'The first entry at which the chain does not hold; null when it holds throughout';

revoke all on audit_trail.entry from public;
revoke all on function audit_trail.refuse(), audit_trail.entry_hash(audit_trail.entry),
  audit_trail.record(text, text, text, text, jsonb), audit_trail.record_many(jsonb), audit_trail.first_broken() from public;
grant select on audit_trail.entry to overstory_auditor;
grant execute on function audit_trail.first_broken(), audit_trail.entry_hash(audit_trail.entry) to overstory_auditor;
grant execute on function audit_trail.record(text, text, text, text, jsonb)
  to overstory_reader, overstory_ingest, overstory_curator, overstory_auditor;
grant execute on function audit_trail.record_many(jsonb) to overstory_reader;

-- Who may do what is decided here and in the migration that makes each table: nothing is granted to PUBLIC,
-- and whatever is not granted is refused.
--
-- Group roles carry the grants and cannot sign in. They belong to the whole server, so another database may
-- have made them already. The launcher makes one login for each, per database, with a password of its own.
do $$
declare
  name text;
begin
  foreach name in array array['overstory_ingest', 'overstory_curator', 'overstory_reader', 'overstory_auditor'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then
      null;
    end;
  end loop;
end $$;

-- The migration ledger stands in public and is the owner's alone.
revoke all on schema public from public;

do $$
begin
  execute format('revoke all on database %I from public', current_database());
end $$;

-- A function is open to everyone unless this says otherwise.
alter default privileges revoke execute on functions from public;
alter default privileges revoke usage on types from public;

create schema microdata;
create schema release;
create schema tracks;
create schema audits;
create schema decisions;
create schema governance;
create schema access;
create schema audit_trail;
create schema jobs;

comment on schema microdata is 'The only room that holds people; the web process has no right to it';
comment on schema release is 'Protected cells, frozen';
comment on schema tracks is 'The catalogue of tracks and their charters';
comment on schema audits is 'Quarterly equity audits';
comment on schema decisions is 'Evidence, planned looks, decisions';
comment on schema governance is 'Policies, settings and methods, by version';
comment on schema access is 'Identities, roles, scopes, sign-in sessions';
comment on schema audit_trail is 'Append-only log of reads, exports and decisions';
comment on schema jobs is 'The queue, loads and their progress';

-- To be allowed into a room is not yet to be allowed to touch anything in it.
grant usage on schema microdata to overstory_ingest, overstory_curator;
grant usage on schema release to overstory_curator, overstory_reader, overstory_auditor;
grant usage on schema tracks to overstory_ingest, overstory_curator, overstory_reader;
grant usage on schema audits to overstory_curator, overstory_reader;
grant usage on schema decisions to overstory_curator, overstory_reader;
grant usage on schema governance to overstory_ingest, overstory_curator, overstory_reader, overstory_auditor;
grant usage on schema access to overstory_reader, overstory_auditor;
grant usage on schema audit_trail to overstory_ingest, overstory_curator, overstory_reader, overstory_auditor;
grant usage on schema jobs to overstory_ingest, overstory_curator, overstory_reader;

create table public.key_binding (
  name text primary key,
  fingerprint text not null
);
comment on table public.key_binding is 'Under which keys this database was filled (fingerprints, not keys)';

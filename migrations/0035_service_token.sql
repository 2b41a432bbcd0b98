-- What a system shows instead of a password: it may send files, and of those what is written here and nothing else.
create table access.service_token (
  token_id uuid primary key default gen_random_uuid(),
  name text not null unique check (length(name) between 1 and 100),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  sources text[] not null check (cardinality(sources) > 0),
  files text[] not null check (cardinality(files) > 0),
  columns text[] check (cardinality(columns) > 0),
  special_reason text check (length(special_reason) between 10 and 500),
  control boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null check (expires_at > created_at),
  revoked_at timestamptz
);
comment on table access.service_token is 'Tokens of systems that send files: what each may write, until when';
comment on column access.service_token.token_id is 'What loads and the trail call this token';
comment on column access.service_token.name is 'What people call it';
comment on column access.service_token.token_hash is 'SHA-256 of the token, which is random and kept nowhere';
comment on column access.service_token.sources is 'The senders for which it may speak';
comment on column access.service_token.files is 'The files of the data dictionary that it may send';
comment on column access.service_token.columns is 'file.column for each that it may write beside those that identify a row; null for all of its files but special and control ones';
comment on column access.service_token.special_reason is 'Why it may write columns of class special; null when it may not';
comment on column access.service_token.control is 'Whether it may write columns of class control';
comment on column access.service_token.created_at is 'When it was made';
comment on column access.service_token.expires_at is 'It is worth nothing from then on';
comment on column access.service_token.revoked_at is 'Set when it is worth nothing any more';
revoke all on access.service_token from public;

create function access.token_by_hash(asked_hash text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.token_id from access.service_token t
  where t.token_hash = asked_hash and t.revoked_at is null and t.expires_at > now()
$$;
comment on function access.token_by_hash(text) is 'The token of this hash while it holds, for the web process';

create function access.rights_of_token(asked_token uuid)
returns table (sources text[], files text[], columns text[], special boolean, control boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.sources, t.files, t.columns, t.special_reason is not null, t.control from access.service_token t
  where t.token_id = asked_token and t.revoked_at is null and t.expires_at > now()
$$;
comment on function access.rights_of_token(uuid) is 'What a token may write while it holds; the worker asks before it reads a byte';

revoke all on function access.token_by_hash(text), access.rights_of_token(uuid) from public;
grant execute on function access.token_by_hash(text) to overstory_reader;
grant execute on function access.rights_of_token(uuid) to overstory_curator;

-- Tokens of systems, for administrators at the page as for the operator at the command line. Nothing here answers a token's
-- text or its hash; whoever makes or ends one leaves an entry of the trail by the same function.
create function access.list_tokens(by_account uuid)
returns table (token_id uuid, name text, sources text[], files text[], columns text[], special_reason text, control boolean,
  created_at timestamptz, expires_at timestamptz, revoked_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if by_account is not null and access.role_of(by_account) = 'auditor' then null;
  else perform access.actor_of(by_account);
  end if;
  return query
    select t.token_id, t.name, t.sources, t.files, t.columns, t.special_reason, t.control, t.created_at, t.expires_at, t.revoked_at
    from access.service_token t order by t.name;
end $$;
comment on function access.list_tokens(uuid) is 'Every token and what it may do, for administrators and auditors, without anything that opens a door';

create function access.add_token(by_account uuid, named text, by_hash text, for_sources text[], for_files text[], for_columns text[],
  special_because text, with_control boolean, days int) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.actor_of(by_account);
  made uuid;
begin
  -- The operator may give a token of the same name new rights and a new text; an administrator's page never replaces by accident.
  insert into access.service_token (name, token_hash, sources, files, columns, special_reason, control, expires_at)
  values (named, by_hash, for_sources, for_files, for_columns, special_because, with_control,
          clock_timestamp() + make_interval(days => days))
  on conflict (name) do update set token_hash = excluded.token_hash, sources = excluded.sources, files = excluded.files,
    columns = excluded.columns, special_reason = excluded.special_reason, control = excluded.control,
    created_at = clock_timestamp(), expires_at = excluded.expires_at, revoked_at = null
  where by_account is null
  returning token_id into made;
  if made is not null then
    perform audit_trail.record(actor, access.role_of(by_account), 'token.added', named,
      json_build_object('special', special_because is not null, 'control', with_control)::jsonb);
  end if;
  return made;
end $$;
comment on function access.add_token(uuid, text, text, text[], text[], text[], text, boolean, int) is
  'Keeps the hash of a new token and its rights; null where an administrator names one that is there';

create function access.revoke_token(by_account uuid, named text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.actor_of(by_account);
begin
  update access.service_token t set revoked_at = clock_timestamp() where t.name = named and t.revoked_at is null;
  if not found then return false; end if;
  perform audit_trail.record(actor, access.role_of(by_account), 'token.revoked', named, '{}');
  return true;
end $$;
comment on function access.revoke_token(uuid, text) is 'Ends a token at once';

revoke all on function access.list_tokens(uuid), access.revoke_token(uuid, text),
  access.add_token(uuid, text, text, text[], text[], text[], text, boolean, int) from public;
grant execute on function access.list_tokens(uuid), access.revoke_token(uuid, text),
  access.add_token(uuid, text, text, text[], text[], text[], text, boolean, int) to overstory_reader;

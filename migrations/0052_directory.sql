-- A directory (SCIM) keeps accounts here, and tells who belongs to the organisation. Accounts with a password of their own are
-- out of its sight. What it says of people as people goes, sealed, to the worker; the web process can neither read it back nor
-- keep it.
alter table access.account
  add column external_id text check (length(external_id) between 1 and 255),
  add column without_role boolean not null default false,
  add column left_directory_at timestamptz;
comment on column access.account.external_id is 'What the directory calls it';
comment on column access.account.without_role is 'None of its groups in the directory has a role here: nobody signs in with it';
comment on column access.account.left_directory_at is 'When the directory removed it; it is closed, and the directory does not see it any more';

alter table access.service_token
  drop constraint service_token_files_check,
  add column directory boolean not null default false,
  add column person_from text check (person_from in ('employeeNumber', 'externalId', 'userName')),
  add constraint service_token_files_check check (cardinality(files) > 0 or directory),
  add constraint service_token_person check (person_from is null or (directory and 'people' = any (files)));
comment on column access.service_token.directory is 'Whether it may keep accounts and groups, as a directory';
comment on column access.service_token.person_from is 'Which attribute of a user is the person_id of the people file; null: the directory says nothing of people';

create table access.directory_group (
  group_id uuid primary key default gen_random_uuid(),
  display_name text not null check (length(display_name) between 1 and 500),
  external_id text check (length(external_id) between 1 and 255),
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);
create unique index directory_group_name on access.directory_group (lower(display_name));
comment on table access.directory_group is 'Groups of the directory; the settings of identity say which role each means';
comment on column access.directory_group.group_id is 'What the directory is told that it is called here';
comment on column access.directory_group.display_name is 'Its name, by which the settings know it';
comment on column access.directory_group.external_id is 'What the directory calls it';
comment on column access.directory_group.created_at is 'When it was first told';
comment on column access.directory_group.changed_at is 'When its name or its members last changed';

create table access.directory_member (
  group_id uuid not null references access.directory_group on delete cascade,
  account_id uuid not null references access.account on delete cascade,
  primary key (group_id, account_id)
);
create index directory_member_account on access.directory_member (account_id);
comment on table access.directory_member is 'Which account is in which group of the directory';
comment on column access.directory_member.group_id is 'The group';
comment on column access.directory_member.account_id is 'The account';

create table access.directory_person (
  account_id uuid primary key references access.account on delete cascade,
  token_id uuid not null references access.service_token on delete cascade,
  sealed bytea not null,
  told_at timestamptz not null default clock_timestamp()
);
comment on table access.directory_person is 'What the directory said of somebody as a person, sealed with a key that the web process does not have, until it is taken in';
comment on column access.directory_person.account_id is 'Of whom';
comment on column access.directory_person.token_id is 'Which directory said it';
comment on column access.directory_person.sealed is 'AES-256-GCM: the attributes as they stand, and the rows of the people file that follow from them, by day';
comment on column access.directory_person.told_at is 'When it last said anything of them';

revoke all on access.directory_group, access.directory_member, access.directory_person from public;
grant select, insert, update, delete on access.directory_person to overstory_curator;

create function access.directory_of_token(asked_token uuid)
returns table (token_id uuid, sources text[], persons text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.token_id, t.sources, t.person_from from access.service_token t
  where t.token_id = asked_token and t.directory and t.revoked_at is null and t.expires_at > now()
$$;
comment on function access.directory_of_token(uuid) is 'A token that holds and belongs to a directory; nothing for any other';

-- Every function below begins with this: whoever shows no such token changes nothing, also by the web process''s own login.
create function access.directory_actor(asked_token uuid) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from access.directory_of_token(asked_token)) then
    raise exception 'only a directory may do this' using errcode = '42501';
  end if;
  return 'token:' || asked_token;
end $$;
comment on function access.directory_actor(uuid) is 'How the trail calls a directory; refused for any other token';

create function access.directory_users(by_token uuid, named text, called text, asked uuid)
returns table (id uuid, user_name text, external_id text, active boolean, created_at timestamptz, changed_at timestamptz, groups jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  perform access.directory_actor(by_token);
  return query
    select a.account_id, a.email, a.external_id, a.disabled_at is null, a.created_at, a.changed_at,
      (select coalesce(jsonb_agg(jsonb_build_object('value', g.group_id, 'display', g.display_name) order by g.display_name), '[]')
       from access.directory_member m join access.directory_group g on g.group_id = m.group_id where m.account_id = a.account_id)
    from access.account a
    where a.sign_in = 'provider' and a.left_directory_at is null
      and (named is null or a.email = lower(named)) and (called is null or a.external_id = called) and (asked is null or a.account_id = asked)
    order by a.created_at, a.account_id;
end $$;
comment on function access.directory_users(uuid, text, text, uuid) is 'The accounts that a directory keeps: all, or those of one name, one external id or one id';

create function access.directory_save_user(by_token uuid, asked uuid, named text, called text, is_active boolean, with_role text, in_scope text)
returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.directory_actor(by_token);
  was access.account;
  made uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('overstory identity ' || lower(named), 0));
  if asked is null then
    -- Somebody who left the directory and is told again is the same account.
    select a.* into was from access.account a where a.email = lower(named) for update;
    if was.account_id is not null and (was.sign_in <> 'provider' or was.left_directory_at is null) then
      return null;
    end if;
  else
    select a.* into was from access.account a
    where a.account_id = asked and a.sign_in = 'provider' and a.left_directory_at is null for update;
    if was.account_id is null or exists (select from access.account b where b.email = lower(named) and b.account_id <> asked) then
      return null;
    end if;
  end if;
  if was.account_id is null then
    insert into access.account (email, external_id, role, scope, sign_in, role_from, must_change_password, disabled_at, without_role)
    values (lower(named), called, coalesce(with_role, 'employee'), in_scope, 'provider', 'directory', false,
            case when not is_active then clock_timestamp() end, with_role is null)
    returning account_id into made;
    perform audit_trail.record(actor, null, 'account.added', made::text, json_build_object('by', 'directory')::jsonb);
    return made;
  end if;
  update access.account a set
    email = lower(named), external_id = called, left_directory_at = null,
    -- Another address, or being let in or shut out, ends what was open; everything else does not.
    password_version = a.password_version + ((a.disabled_at is null) is distinct from is_active or a.left_directory_at is not null)::int,
    disabled_at = case when is_active then null else coalesce(a.disabled_at, clock_timestamp()) end
  where a.account_id = was.account_id;
  if (was.disabled_at is null) <> is_active or was.left_directory_at is not null then
    perform audit_trail.record(actor, null, case when is_active then 'account.enabled' else 'account.disabled' end, was.account_id::text,
      json_build_object('by', 'directory')::jsonb);
  end if;
  return was.account_id;
end $$;
comment on function access.directory_save_user(uuid, uuid, text, text, boolean, text, text) is
  'A new account of the directory, or one that it changes; null where the name is taken or the account is not there';

create function access.directory_drop_user(by_token uuid, asked uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.directory_actor(by_token);
begin
  update access.account a set left_directory_at = clock_timestamp(), disabled_at = coalesce(a.disabled_at, clock_timestamp()),
    password_version = a.password_version + 1
  where a.account_id = asked and a.sign_in = 'provider' and a.left_directory_at is null;
  if not found then return false; end if;
  delete from access.directory_member m where m.account_id = asked;
  perform audit_trail.record(actor, null, 'account.removed', asked::text, json_build_object('by', 'directory')::jsonb);
  return true;
end $$;
comment on function access.directory_drop_user(uuid, uuid) is 'Closes an account that left the directory; the trail still knows whose it was';

create function access.directory_groups(by_token uuid, named text, asked uuid)
returns table (id uuid, display_name text, external_id text, created_at timestamptz, changed_at timestamptz, members jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  perform access.directory_actor(by_token);
  return query
    select g.group_id, g.display_name, g.external_id, g.created_at, g.changed_at,
      (select coalesce(jsonb_agg(jsonb_build_object('value', a.account_id, 'display', a.email) order by a.email), '[]')
       from access.directory_member m join access.account a on a.account_id = m.account_id where m.group_id = g.group_id)
    from access.directory_group g
    where (named is null or lower(g.display_name) = lower(named)) and (asked is null or g.group_id = asked)
    order by g.created_at, g.group_id;
end $$;
comment on function access.directory_groups(uuid, text, uuid) is 'The groups of the directory with their members: all, or those of one name or one id';

create function access.directory_save_group(by_token uuid, asked uuid, named text, called text, with_members uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.directory_actor(by_token);
  saved uuid;
begin
  if exists (select from access.directory_group g where lower(g.display_name) = lower(named) and g.group_id is distinct from asked) then
    return null;
  end if;
  if asked is null then
    insert into access.directory_group (display_name, external_id) values (named, called) returning group_id into saved;
  else
    update access.directory_group g set display_name = named, external_id = called, changed_at = clock_timestamp()
    where g.group_id = asked returning g.group_id into saved;
  end if;
  if saved is null then return null; end if;
  delete from access.directory_member m where m.group_id = saved and m.account_id <> all (with_members);
  insert into access.directory_member (group_id, account_id)
  select saved, a.account_id from access.account a
  where a.account_id = any (with_members) and a.sign_in = 'provider' and a.left_directory_at is null
  on conflict do nothing;
  perform audit_trail.record(actor, null, 'group.saved', saved::text, '{}');
  return saved;
end $$;
comment on function access.directory_save_group(uuid, uuid, text, text, uuid[]) is
  'A group with exactly these members, as far as they are accounts of the directory; null where the name is taken or the group is not there';

create function access.directory_drop_group(by_token uuid, asked uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.directory_actor(by_token);
begin
  delete from access.directory_group g where g.group_id = asked;
  if not found then return false; end if;
  perform audit_trail.record(actor, null, 'group.removed', asked::text, '{}');
  return true;
end $$;
comment on function access.directory_drop_group(uuid, uuid) is 'Removes a group; its members lose what it gave them';

create function access.directory_standing(by_token uuid)
returns table (account_id uuid, role text, scope text, without_role boolean, groups text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  perform access.directory_actor(by_token);
  return query
    select a.account_id, a.role, a.scope, a.without_role,
      array(select g.display_name from access.directory_member m join access.directory_group g on g.group_id = m.group_id
            where m.account_id = a.account_id)
    from access.account a where a.role_from = 'directory' and a.left_directory_at is null;
end $$;
comment on function access.directory_standing(uuid) is 'What each account whose role the directory decides is now, and the groups from which it follows';

create function access.directory_assign(by_token uuid, to_account uuid, to_role text, with_scope text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.directory_actor(by_token);
  was access.account;
begin
  select a.* into was from access.account a where a.account_id = to_account and a.role_from = 'directory' for update;
  if was.account_id is null then return; end if;
  update access.account a set role = coalesce(to_role, 'employee'), scope = with_scope, without_role = to_role is null
  where a.account_id = to_account;
  perform audit_trail.record(actor, null, 'account.role-changed', to_account::text,
    json_build_object('by', 'directory', 'from', was.role, 'role', coalesce(to_role, 'none'))::jsonb);
end $$;
comment on function access.directory_assign(uuid, uuid, text, text) is 'The role that follows from the groups of an account; none where to_role is null';

-- Whoever has no role is not let in, and is nobody from the next request on.
create or replace function access.viewer(asked_account uuid, under_password int)
returns table (account_id uuid, email text, role text, scope text, must_change_password boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.account_id, a.email, a.role, a.scope, a.must_change_password
  from access.account a
  where a.account_id = asked_account and a.disabled_at is null and not a.without_role and a.password_version = under_password
$$;
create or replace function access.role_of(asked_account uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.role from access.account a where a.account_id = asked_account and a.disabled_at is null and not a.without_role
$$;

create function access.has_no_role(asked_issuer text, asked_subject text, with_email text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.account a where a.without_role
    and ((a.issuer = asked_issuer and a.subject = asked_subject) or (a.subject is null and a.email = lower(with_email))))
$$;
comment on function access.has_no_role(text, text, text) is 'Whether somebody whom the provider vouches for is known to the directory and has no role';

-- A directory's token writes the people file, if anything, and no column of it that needs a reason or a flag.
create function access.add_directory_token(by_account uuid, named text, by_hash text, for_source text, persons text, days int) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.actor_of(by_account);
  made uuid;
begin
  insert into access.service_token (name, token_hash, sources, files, directory, person_from, expires_at)
  values (named, by_hash, array[for_source], case when persons is null then '{}'::text[] else '{people}' end, true, persons,
          clock_timestamp() + make_interval(days => days))
  on conflict (name) do nothing returning token_id into made;
  if made is not null then
    perform audit_trail.record(actor, access.role_of(by_account), 'token.added', named,
      json_build_object('directory', true, 'people', persons is not null)::jsonb);
  end if;
  return made;
end $$;
comment on function access.add_directory_token(uuid, text, text, text, text, int) is
  'Keeps the hash of a token with which a directory keeps accounts and groups and, where persons is given, says who the people are; null where the name is taken';

drop function access.list_tokens(uuid);
create function access.list_tokens(by_account uuid)
returns table (token_id uuid, name text, sources text[], files text[], columns text[], special_reason text, control boolean,
  directory boolean, person_from text, created_at timestamptz, expires_at timestamptz, revoked_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if by_account is not null and access.role_of(by_account) = 'auditor' then null;
  else perform access.actor_of(by_account);
  end if;
  return query
    select t.token_id, t.name, t.sources, t.files, t.columns, t.special_reason, t.control, t.directory, t.person_from,
      t.created_at, t.expires_at, t.revoked_at
    from access.service_token t order by t.name;
end $$;
comment on function access.list_tokens(uuid) is 'Every token and what it may do, for administrators and auditors, without anything that opens a door';

alter table jobs.progress drop constraint progress_kind_check, add constraint progress_kind_check
  check (kind in ('check-load', 'confirm-load', 'confirm-accepted-rows', 'discard-load', 'withdraw-load', 'take-directory',
                  'build-release', 'publish-release', 'remove-sample-data', 'build-sample-quarters'));

revoke all on function access.directory_of_token(uuid), access.directory_actor(uuid), access.directory_users(uuid, text, text, uuid),
  access.directory_save_user(uuid, uuid, text, text, boolean, text, text), access.directory_drop_user(uuid, uuid),
  access.directory_groups(uuid, text, uuid), access.directory_save_group(uuid, uuid, text, text, uuid[]),
  access.directory_drop_group(uuid, uuid), access.directory_standing(uuid), access.directory_assign(uuid, uuid, text, text),
  access.has_no_role(text, text, text), access.list_tokens(uuid), access.add_directory_token(uuid, text, text, text, text, int) from public;
grant execute on function access.directory_of_token(uuid) to overstory_reader, overstory_curator;
grant execute on function access.directory_users(uuid, text, text, uuid),
  access.directory_save_user(uuid, uuid, text, text, boolean, text, text), access.directory_drop_user(uuid, uuid),
  access.directory_groups(uuid, text, uuid), access.directory_save_group(uuid, uuid, text, text, uuid[]),
  access.directory_drop_group(uuid, uuid), access.directory_standing(uuid), access.directory_assign(uuid, uuid, text, text),
  access.has_no_role(text, text, text), access.list_tokens(uuid), access.add_directory_token(uuid, text, text, text, text, int)
  to overstory_reader;

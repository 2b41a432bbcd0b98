-- Identity without a password of ours: accounts that sign in at the organisation's identity provider, accounts that a
-- directory keeps, codes that let somebody choose a new password. Whatever changes an account writes its own entry of the
-- trail, in the same function: whoever may call it cannot do so unseen.
alter table access.account alter column password_hash drop not null;
alter table access.account
  add column sign_in text not null default 'password' check (sign_in in ('password', 'provider')),
  add column issuer text check (length(issuer) between 1 and 500),
  add column subject text check (length(subject) between 1 and 255),
  add column role_from text not null default 'administrator' check (role_from in ('administrator', 'claims', 'directory')),
  add column code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  add column code_expires_at timestamptz,
  add column recovered_at timestamptz,
  add column recovered_by text check (length(recovered_by) between 1 and 200),
  add column changed_at timestamptz not null default clock_timestamp(),
  add constraint account_provider_identity unique (issuer, subject),
  add constraint account_one_way_in check (sign_in = 'password' or (password_hash is null and code_hash is null)),
  add constraint account_identity_whole check ((issuer is null) = (subject is null) and (issuer is null or sign_in = 'provider')),
  add constraint account_code_whole check ((code_hash is null) = (code_expires_at is null));
comment on column access.account.password_hash is 'argon2id in its own text form, parameters included; null while there is none';
comment on column access.account.password_version is 'Rises with every new password and whenever all sessions shall end; sessions opened under an older one are over';
comment on column access.account.sign_in is 'Whether it signs in here with a password, or at the identity provider';
comment on column access.account.issuer is 'The provider that vouched for it, once it has signed in there';
comment on column access.account.subject is 'What that provider calls it; an e-mail may change hands, this does not';
comment on column access.account.role_from is 'Who decides its role: an administrator here, the claims of the provider, or the groups of the directory';
comment on column access.account.code_hash is 'SHA-256 of the one code with which its owner may choose a password';
comment on column access.account.code_expires_at is 'The code is worth nothing from then on';
comment on column access.account.recovered_at is 'When somebody last took away its password so that its owner chooses a new one';
comment on column access.account.recovered_by is 'Who did: the account_id of an administrator, or operator';
comment on column access.account.changed_at is 'When anything of the above last changed';

create function access.note_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.email, new.role, new.disabled_at, new.sign_in) is distinct from (old.email, old.role, old.disabled_at, old.sign_in)
    or new.scope is distinct from old.scope or new.password_version <> old.password_version then
    new.changed_at := clock_timestamp();
  end if;
  return new;
end $$;
comment on function access.note_change() is 'Keeps changed_at: what others see of an account, and not how often somebody mistyped';
create trigger note_change before update on access.account for each row execute function access.note_change();

-- Signing in at the provider. The web process has looked at the provider's signature; here it is decided whose account it is.
create function access.sign_in_by_provider(at_issuer text, as_subject text, with_email text, to_role text, with_scope text)
returns table (account_id uuid, email text, role text, scope text, version int, problem text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  theirs access.account;
begin
  perform pg_advisory_xact_lock(hashtextextended('overstory identity ' || lower(with_email), 0));
  select a.* into theirs from access.account a where a.issuer = at_issuer and a.subject = as_subject for update;
  if theirs.account_id is null then
    select a.* into theirs from access.account a where a.email = lower(with_email) for update;
    -- An account with a password stays its owner's, whoever may be called alike at the provider.
    problem := case when theirs.sign_in = 'password' then 'local-account'
                    when theirs.subject is not null then 'email-taken' end;
  end if;
  problem := coalesce(problem,
    case when theirs.disabled_at is not null then 'disabled'
         when to_role is null and (theirs.account_id is null or theirs.role_from = 'claims') then 'no-role' end);
  if problem is not null then
    -- Who has lost every role at the provider has lost the sessions here.
    if problem = 'no-role' then
      update access.account a set password_version = a.password_version + 1 where a.account_id = theirs.account_id;
    end if;
    return next;
    return;
  end if;
  if theirs.account_id is null then
    insert into access.account (email, role, scope, sign_in, issuer, subject, role_from, must_change_password)
    values (lower(with_email), to_role, with_scope, 'provider', at_issuer, as_subject, 'claims', false)
    returning * into theirs;
    perform audit_trail.record(theirs.account_id::text, theirs.role, 'account.added', theirs.email,
      json_build_object('by', 'provider', 'role', theirs.role)::jsonb);
  else
    if theirs.role_from = 'claims' and (theirs.role, coalesce(theirs.scope, '')) <> (to_role, coalesce(with_scope, '')) then
      perform audit_trail.record(theirs.account_id::text, to_role, 'account.role-changed', theirs.email,
        json_build_object('by', 'provider', 'from', theirs.role, 'role', to_role)::jsonb);
    end if;
    update access.account a set issuer = at_issuer, subject = as_subject, must_change_password = false,
      role = case when a.role_from = 'claims' then to_role else a.role end,
      scope = case when a.role_from = 'claims' then with_scope else a.scope end,
      email = case when exists (select from access.account b where b.email = lower(with_email) and b.account_id <> a.account_id)
                   then a.email else lower(with_email) end
    where a.account_id = theirs.account_id returning a.* into theirs;
  end if;
  return query select theirs.account_id, theirs.email, theirs.role, theirs.scope, theirs.password_version, null::text;
end $$;
comment on function access.sign_in_by_provider(text, text, text, text, text) is
  'The account of somebody for whom the provider vouched: found, joined to one that waits for it, or made; or why there is none';

-- What administrators do. The web process says for whom; the function looks whether that account may.
create function access.actor_of(by_account uuid) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if by_account is null then
    if session_user <> current_user then
      raise exception 'only the owner acts as operator' using errcode = '42501';
    end if;
    return 'operator';
  end if;
  if access.role_of(by_account) is distinct from 'administrator' then
    raise exception 'only an administrator may do this' using errcode = '42501';
  end if;
  return by_account::text;
end $$;
comment on function access.actor_of(uuid) is 'How the trail calls who changes an account: an administrator, or the operator where none is named and the owner asks';

create function access.list_accounts(by_account uuid)
returns table (account_id uuid, email text, role text, scope text, sign_in text, role_from text, disabled boolean, waits_for_owner boolean,
  created_at timestamptz, recovered_at timestamptz, recovered_by text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if by_account is not null and access.role_of(by_account) = 'auditor' then null;
  else perform access.actor_of(by_account);
  end if;
  return query
    select a.account_id, a.email, a.role, a.scope, a.sign_in, a.role_from, a.disabled_at is not null,
      coalesce(a.code_expires_at > clock_timestamp(), false), a.created_at, a.recovered_at, coalesce(r.email, a.recovered_by)
    from access.account a left join access.account r on r.account_id::text = a.recovered_by order by a.email;
end $$;
comment on function access.list_accounts(uuid) is 'Every account, for administrators and auditors, without anything that opens one';

create function access.invite(by_account uuid, with_email text, to_role text, with_scope text, by_code text, hours int) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.actor_of(by_account);
  made uuid;
begin
  insert into access.account (email, role, scope, sign_in, code_hash, code_expires_at, must_change_password)
  values (lower(with_email), to_role, with_scope, case when by_code is null then 'provider' else 'password' end, by_code,
          case when by_code is not null then clock_timestamp() + make_interval(hours => hours) end, false)
  on conflict (email) do nothing returning account_id into made;
  if made is not null then
    perform audit_trail.record(actor, access.role_of(by_account), 'account.added', lower(with_email),
      json_build_object('role', to_role, 'signsInBy', case when by_code is null then 'provider' else 'password' end)::jsonb);
  end if;
  return made;
end $$;
comment on function access.invite(uuid, text, text, text, text, int) is
  'A new account that waits for its owner, with the hash of a code or, without one, for its first sign-in at the provider; null where the e-mail is taken';

create function access.assign_role(by_account uuid, to_account uuid, to_role text, with_scope text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.actor_of(by_account);
  was access.account;
begin
  select a.* into was from access.account a where a.account_id = to_account and a.account_id is distinct from by_account for update;
  if was.account_id is null then return false; end if;
  update access.account a set role = to_role, scope = with_scope, role_from = 'administrator' where a.account_id = to_account;
  perform audit_trail.record(actor, access.role_of(by_account), 'account.role-changed', to_account::text,
    json_build_object('from', was.role, 'role', to_role)::jsonb);
  return true;
end $$;
comment on function access.assign_role(uuid, uuid, text, text) is 'Gives an account, never one''s own, another role and scope, which hold from its next request on';

create function access.set_disabled(by_account uuid, of_account uuid, disabled boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.actor_of(by_account);
begin
  update access.account a
  set disabled_at = case when disabled then clock_timestamp() end, password_version = a.password_version + 1,
      code_hash = null, code_expires_at = null
  where a.account_id = of_account and a.account_id is distinct from by_account and (a.disabled_at is not null) <> disabled;
  if not found then return false; end if;
  perform audit_trail.record(actor, access.role_of(by_account),
    case when disabled then 'account.disabled' else 'account.enabled' end, of_account::text, '{}');
  return true;
end $$;
comment on function access.set_disabled(uuid, uuid, boolean) is 'Shuts an account, never one''s own, or opens it again; its sessions are over either way';

create function access.begin_recovery(by_account uuid, of_account uuid, by_code text, hours int) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := access.actor_of(by_account);
begin
  update access.account a
  set password_hash = null, code_hash = by_code, code_expires_at = clock_timestamp() + make_interval(hours => hours),
      password_version = a.password_version + 1, failed_attempts = 0, locked_until = null,
      recovered_at = clock_timestamp(), recovered_by = actor
  where a.account_id = of_account and a.account_id is distinct from by_account and a.sign_in = 'password' and a.disabled_at is null;
  if not found then return false; end if;
  perform audit_trail.record(actor, access.role_of(by_account), 'account.recovery-begun', of_account::text, '{}');
  return true;
end $$;
comment on function access.begin_recovery(uuid, uuid, text, int) is
  'Takes an account''s password away, ends its sessions and keeps the hash of a code with which its owner chooses a new one';

create function access.redeem_code(with_email text, by_code text, new_hash text)
returns table (account_id uuid, email text, role text, scope text, version int)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  opened access.account;
begin
  update access.account a
  set password_hash = new_hash, code_hash = null, code_expires_at = null, must_change_password = false,
      password_version = a.password_version + 1, failed_attempts = 0, locked_until = null
  where a.email = lower(with_email) and a.code_hash = by_code and a.code_expires_at > clock_timestamp() and a.disabled_at is null
  returning a.* into opened;
  if opened.account_id is null then return; end if;
  perform audit_trail.record(opened.account_id::text, opened.role, 'account.password-chosen', opened.account_id::text, '{}');
  return query select opened.account_id, opened.email, opened.role, opened.scope, opened.password_version;
end $$;
comment on function access.redeem_code(text, text, text) is 'Gives an account the password that its owner chose with the code, once; nothing for a code that is wrong, used or too old';

create function access.signs_in_by(asked_account uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.sign_in from access.account a where a.account_id = asked_account
$$;
comment on function access.signs_in_by(uuid) is 'Whether an account has a password here or signs in at the provider';

revoke all on function access.note_change(), access.actor_of(uuid), access.sign_in_by_provider(text, text, text, text, text),
  access.list_accounts(uuid), access.invite(uuid, text, text, text, text, int), access.assign_role(uuid, uuid, text, text),
  access.set_disabled(uuid, uuid, boolean), access.begin_recovery(uuid, uuid, text, int), access.redeem_code(text, text, text),
  access.signs_in_by(uuid) from public;
grant execute on function access.sign_in_by_provider(text, text, text, text, text), access.list_accounts(uuid),
  access.invite(uuid, text, text, text, text, int), access.assign_role(uuid, uuid, text, text), access.set_disabled(uuid, uuid, boolean),
  access.begin_recovery(uuid, uuid, text, int), access.redeem_code(text, text, text), access.signs_in_by(uuid) to overstory_reader;

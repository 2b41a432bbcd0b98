-- Who may sign in. People of the programme are not in here: an account is a reader of results, nothing else.
create table access.account (
  account_id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  role text not null check (role in ('engineering-manager', 'programme-owner', 'executive', 'data-steward',
                                     'auditor', 'administrator', 'employee')),
  scope text check (scope is null or length(scope) between 1 and 500),
  password_hash text not null check (password_hash like '$argon2id$%'),
  must_change_password boolean not null default true,
  failed_attempts int not null default 0 check (failed_attempts >= 0),
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  password_version int not null default 1 check (password_version > 0)
);
comment on table access.account is 'Accounts of this installation: who may sign in, with which role and scope';
comment on column access.account.account_id is 'What other tables and the trail call this account; an e-mail may change, this does not';
comment on column access.account.email is 'Lower case; typed at sign-in';
comment on column access.account.role is 'The row of the access policy that applies';
comment on column access.account.scope is 'A path of the team tree that narrows what is read; null is the whole organisation';
comment on column access.account.password_hash is 'argon2id in its own text form, parameters included';
comment on column access.account.must_change_password is 'The password was made by the product and is still in use';
comment on column access.account.failed_attempts is 'Attempts since the last right password';
comment on column access.account.locked_until is 'No attempt is looked at before; doubles with every further wrong password';
comment on column access.account.disabled_at is 'Set when the account may no longer sign in; its sessions end at once';
comment on column access.account.created_at is 'When the account was added';
comment on column access.account.password_version is 'Rises with every new password; sessions opened under an older one are over';

revoke all on access.account from public;

-- The web server never selects from the table: it asks about one e-mail or one account at a time.

-- Counted before the password is looked at, and under the row's lock: a thousand guesses at once are still one after
-- the other, and all but the first few find the account waiting.
create function access.begin_attempt(asked_email text)
returns table (account_id uuid, role text, scope text, password_hash text, must_change_password boolean, password_version int)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  -- The first five mistakes cost nothing; then 2, 4, 8 … seconds, a quarter of an hour at most.
  update access.account a set
    failed_attempts = a.failed_attempts + 1,
    locked_until = case when a.failed_attempts < 5 then null
                        else clock_timestamp() + least(interval '15 minutes',
                             interval '1 second' * power(2, least(a.failed_attempts - 4, 10))) end
  where a.email = lower(asked_email) and a.disabled_at is null
    and (a.locked_until is null or a.locked_until <= clock_timestamp())
  returning a.account_id, a.role, a.scope, a.password_hash, a.must_change_password, a.password_version
$$;
comment on function access.begin_attempt(text) is
  'What sign-in needs to check one password, counted as a mistake until it is right; nothing while the account has to wait';

create function access.end_attempt(asked_account uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update access.account a set failed_attempts = 0, locked_until = null where a.account_id = asked_account
$$;
comment on function access.end_attempt(uuid) is 'The password was right: mistakes before it are forgotten';

create function access.viewer(asked_account uuid, under_password int)
returns table (account_id uuid, email text, role text, scope text, must_change_password boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.account_id, a.email, a.role, a.scope, a.must_change_password
  from access.account a
  where a.account_id = asked_account and a.disabled_at is null and a.password_version = under_password
$$;
comment on function access.viewer(uuid, int) is 'The account behind a session, unless it was disabled or its password changed since';

create function access.change_password(asked_account uuid, old_hash text, new_hash text) returns int
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update access.account a
  set password_hash = new_hash, must_change_password = false, password_version = a.password_version + 1, failed_attempts = 0
  where a.account_id = asked_account and a.password_hash = old_hash and a.disabled_at is null
  returning a.password_version
$$;
comment on function access.change_password(uuid, text, text) is 'Replaces a password by its owner, who proved to know the old one; null when that changed meanwhile';

create function access.role_of(asked_account uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.role from access.account a where a.account_id = asked_account and a.disabled_at is null
$$;
comment on function access.role_of(uuid) is 'The role of an account that may sign in; the worker asks it again before it does what was asked';

revoke all on function access.begin_attempt(text), access.end_attempt(uuid), access.viewer(uuid, int),
  access.change_password(uuid, text, text), access.role_of(uuid) from public;
grant execute on function access.begin_attempt(text), access.end_attempt(uuid), access.viewer(uuid, int),
  access.change_password(uuid, text, text) to overstory_reader;
grant usage on schema access to overstory_curator;
grant execute on function access.role_of(uuid) to overstory_curator;

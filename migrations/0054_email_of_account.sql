-- An account that an administrator or the directory keeps is called as they call it: only where the claims decide its role do
-- they decide its e-mail, too. Otherwise a directory would not find again by name what it has made.
create or replace function access.sign_in_by_provider(at_issuer text, as_subject text, with_email text, to_role text, with_scope text)
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
      email = case when a.role_from = 'claims'
                     and not exists (select from access.account b where b.email = lower(with_email) and b.account_id <> a.account_id)
                   then lower(with_email) else a.email end
    where a.account_id = theirs.account_id returning a.* into theirs;
  end if;
  return query select theirs.account_id, theirs.email, theirs.role, theirs.scope, theirs.password_version, null::text;
end $$;

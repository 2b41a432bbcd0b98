-- Who wants to be told by e-mail that something waits, and what they were told of already. Nothing is sent to anybody who did
-- not ask for it; what is kept are names of releases, actions and weeks, never what they say.
create table governance.alert_choice (
  account_id uuid not null references access.account on delete cascade,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  chosen_at timestamptz not null default clock_timestamp(),
  primary key (account_id, kind)
);
comment on table governance.alert_choice is 'What an account asked to be told of by e-mail';
comment on column governance.alert_choice.account_id is 'Who asked';
comment on column governance.alert_choice.kind is 'What for: verdicts, late-actions, stale-data or weekly';
comment on column governance.alert_choice.chosen_at is 'Since when';

create table governance.alert_sent (
  account_id uuid not null references access.account on delete cascade,
  subject text not null check (length(subject) between 1 and 200),
  sent_at timestamptz not null default clock_timestamp(),
  primary key (account_id, subject)
);
comment on table governance.alert_sent is 'What an account was told of by e-mail, so that it is told once';
comment on column governance.alert_sent.account_id is 'Who was told';
comment on column governance.alert_sent.subject is 'Of what: the name of a release, an action, a period or a week';
comment on column governance.alert_sent.sent_at is 'When the mail server took it';

create function governance.alerts_of(account uuid) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.kind from governance.alert_choice c where c.account_id = account order by c.kind
$$;
comment on function governance.alerts_of(uuid) is 'What this account asked to be told of';

create function governance.choose_alerts(account uuid, kinds text[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from governance.alert_choice c where c.account_id = account and c.kind <> all (kinds);
  insert into governance.alert_choice (account_id, kind) select account, k from unnest(kinds) k on conflict do nothing;
end $$;
comment on function governance.choose_alerts(uuid, text[]) is 'Replaces what an account asked to be told of; empty ends it';

create function governance.alert_accounts() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct c.account_id from governance.alert_choice c order by 1
$$;
comment on function governance.alert_accounts() is 'Accounts that asked to be told of something';

-- Locked until the transaction ends, so that two processes never tell the same person of the same thing.
create function governance.begin_alerts(account uuid)
returns table (email text, role text, scope text, kinds text[], told text[])
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from governance.alert_choice c where c.account_id = account for update skip locked;
  if not found then
    return;
  end if;
  return query select a.email, a.role, a.scope, array(select governance.alerts_of(account)),
    array(select s.subject from governance.alert_sent s where s.account_id = account)
  from access.account a where a.account_id = account and a.disabled_at is null;
end $$;
comment on function governance.begin_alerts(uuid) is 'Where to write to, for what, and what was told; nothing while another process is at it, or when the account is closed';

create function governance.note_alerts(account uuid, subjects text[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into governance.alert_sent (account_id, subject) select account, s from unnest(subjects) s on conflict do nothing
$$;
comment on function governance.note_alerts(uuid, text[]) is 'Keeps what an account was told of';

revoke all on governance.alert_choice, governance.alert_sent from public;
revoke all on function governance.alerts_of(uuid), governance.choose_alerts(uuid, text[]), governance.alert_accounts(),
  governance.begin_alerts(uuid), governance.note_alerts(uuid, text[]) from public;
grant execute on function governance.alerts_of(uuid), governance.choose_alerts(uuid, text[]), governance.alert_accounts(),
  governance.begin_alerts(uuid), governance.note_alerts(uuid, text[]) to overstory_reader;

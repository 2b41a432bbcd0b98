-- The quarterly equity audit: what was judged, agreed and signed. Rows are added and never changed; what is signed is
-- frozen until it is reopened with a reason, and the signed record stays. Nothing in here is about a person: findings
-- are read from published releases, and whoever acts is an account.
create table audits.audit (
  audit_id uuid primary key default gen_random_uuid(),
  release_id text not null references release.release on delete cascade,
  period text not null,
  scope text not null check (length(scope) <= 500),
  policy_version text not null,
  due_on date not null,
  opened_at timestamptz not null default clock_timestamp(),
  opened_by text not null check (length(opened_by) between 1 and 200),
  unique (release_id, scope)
);
comment on table audits.audit is 'Equity audits: one for a release and a scope';
comment on column audits.audit.audit_id is 'The audit';
comment on column audits.audit.release_id is 'The release that it judges; locked';
comment on column audits.audit.period is 'The quarter of that release';
comment on column audits.audit.scope is 'A branch of the team tree; empty for the programme';
comment on column audits.audit.policy_version is 'The policy that the release was built under; locked';
comment on column audits.audit.due_on is 'When it should be signed';
comment on column audits.audit.opened_at is 'When it was opened';
comment on column audits.audit.opened_by is 'An account_id; product where the publication opened it';

create table audits.data_answer (
  answer_no bigint generated always as identity primary key,
  audit_id uuid not null references audits.audit on delete cascade,
  answer text not null check (answer in ('yes', 'with-limits', 'no')),
  limits text[] not null,
  answered_by text not null check (length(answered_by) between 1 and 200),
  answered_at timestamptz not null default clock_timestamp(),
  check ((answer = 'yes') = (limits = '{}'))
);
comment on table audits.data_answer is 'Whether the data are good enough to judge equity this quarter; the last answer of an audit counts';
comment on column audits.data_answer.answer_no is 'Its place';
comment on column audits.data_answer.audit_id is 'The audit';
comment on column audits.data_answer.answer is 'yes, with-limits or no';
comment on column audits.data_answer.limits is 'Keys of reasons, of the list that the product comes with';
comment on column audits.data_answer.answered_by is 'An account_id';
comment on column audits.data_answer.answered_at is 'When';
create index data_answer_of_audit on audits.data_answer (audit_id, answer_no);

create table audits.decision (
  decision_no bigint generated always as identity primary key,
  audit_id uuid not null references audits.audit on delete cascade,
  finding text not null check (length(finding) between 1 and 600),
  choice text check (choice in ('act', 'watch', 'needs-better-data', 'no-action')),
  reason text check (reason ~ '^[a-z][a-z-]{1,60}$'),
  decided_by text not null check (length(decided_by) between 1 and 200),
  decided_at timestamptz not null default clock_timestamp(),
  check ((choice is null) = (reason is null))
);
comment on table audits.decision is 'What was decided about a finding; the last one counts';
comment on column audits.decision.decision_no is 'Its place';
comment on column audits.decision.audit_id is 'The audit';
comment on column audits.decision.finding is 'The key of the finding: measure, variant and group';
comment on column audits.decision.choice is 'act, watch, needs-better-data or no-action; null where a decision was taken back';
comment on column audits.decision.reason is 'Key of the reason, of the list that the product comes with';
comment on column audits.decision.decided_by is 'An account_id';
comment on column audits.decision.decided_at is 'When';
create index decision_of_audit on audits.decision (audit_id, finding, decision_no);

create table audits.action (
  action_id uuid primary key default gen_random_uuid(),
  audit_id uuid not null references audits.audit on delete cascade,
  finding text not null check (length(finding) between 1 and 600),
  kind text not null check (kind ~ '^[a-z][a-z-]{1,60}$'),
  own_words text check (length(own_words) between 10 and 300),
  owner_role text not null check (owner_role ~ '^[a-z][a-z-]{1,60}$'),
  due_period text not null check (due_period ~ '^[0-9]{4}-Q[1-4]$'),
  measured_by text not null check (length(measured_by) between 1 and 600),
  smallest_change numeric not null check (smallest_change >= 0.01 and smallest_change <= 2),
  agreed_by text not null check (length(agreed_by) between 1 and 200),
  agreed_at timestamptz not null default clock_timestamp(),
  check ((kind = 'own') = (own_words is not null))
);
comment on table audits.action is 'What was agreed about a finding. A changed action is a withdrawn one and a new one';
comment on column audits.action.action_id is 'The action';
comment on column audits.action.audit_id is 'The audit that agreed it';
comment on column audits.action.finding is 'The key of the finding that it is about';
comment on column audits.action.kind is 'Key in the library of actions; own for one in own words';
comment on column audits.action.own_words is 'What is to be done, where the library has nothing like it; names nobody';
comment on column audits.action.owner_role is 'The role that answers for it';
comment on column audits.action.due_period is 'The quarter by whose end it is to be done';
comment on column audits.action.measured_by is 'The key of the comparison by which one will know';
comment on column audits.action.smallest_change is 'The smallest change of that ratio that matters, towards 1 or beyond';
comment on column audits.action.agreed_by is 'An account_id';
comment on column audits.action.agreed_at is 'When';
create index action_of_audit on audits.action (audit_id, agreed_at);

create table audits.action_step (
  step_no bigint generated always as identity primary key,
  action_id uuid not null references audits.action on delete cascade,
  step text not null check (step in ('withdrawn', 'done', 'dropped')),
  taken_by text not null check (length(taken_by) between 1 and 200),
  taken_at timestamptz not null default clock_timestamp(),
  unique (action_id)
);
comment on table audits.action_step is 'How an action ended: withdrawn before its audit was signed, done or dropped afterwards';
comment on column audits.action_step.step_no is 'Its place';
comment on column audits.action_step.action_id is 'The action';
comment on column audits.action_step.step is 'withdrawn, done or dropped';
comment on column audits.action_step.taken_by is 'An account_id';
comment on column audits.action_step.taken_at is 'When';

create table audits.record (
  record_id uuid primary key default gen_random_uuid(),
  audit_id uuid not null references audits.audit on delete cascade,
  record_no int not null check (record_no > 0),
  document text not null,
  hash text not null check (hash = 'sha256:' || encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  signed_by text not null check (length(signed_by) between 1 and 200),
  signed_role text not null check (length(signed_role) between 1 and 60),
  signed_at timestamptz not null default clock_timestamp(),
  unique (audit_id, record_no)
);
comment on table audits.record is 'What was signed, byte for byte, with its hash';
comment on column audits.record.record_id is 'The record';
comment on column audits.record.audit_id is 'The audit';
comment on column audits.record.record_no is '1, and one more after each reopening';
comment on column audits.record.document is 'Findings, decisions and actions as they were signed: canonical JSON';
comment on column audits.record.hash is 'SHA-256 of the document';
comment on column audits.record.signed_by is 'An account_id: the first of two';
comment on column audits.record.signed_role is 'The role in which it was signed';
comment on column audits.record.signed_at is 'When';

create table audits.record_step (
  step_no bigint generated always as identity primary key,
  record_id uuid not null references audits.record on delete cascade,
  step text not null check (step in ('countersigned', 'returned', 'reopened')),
  reason text check (length(reason) between 10 and 500),
  taken_by text not null check (length(taken_by) between 1 and 200),
  taken_role text not null check (length(taken_role) between 1 and 60),
  taken_at timestamptz not null default clock_timestamp(),
  check ((step = 'countersigned') = (reason is null))
);
comment on table audits.record_step is 'What became of a signed record: countersigned, returned before that, reopened after it';
comment on column audits.record_step.step_no is 'Its place';
comment on column audits.record_step.record_id is 'The record';
comment on column audits.record_step.step is 'countersigned, returned or reopened';
comment on column audits.record_step.reason is 'Why it was returned or reopened; names nobody';
comment on column audits.record_step.taken_by is 'An account_id; never the first signature''s where it countersigns';
comment on column audits.record_step.taken_role is 'The role in which it was done';
comment on column audits.record_step.taken_at is 'When';
create index step_of_record on audits.record_step (record_id, step_no);

create function audits.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' and release.removing_sample() then
    return old;
  end if;
  raise exception 'what an audit holds is added, never changed' using errcode = '42501';
end $$;
comment on function audits.refuse_change() is 'Nobody changes what was judged, agreed or signed, its owner included';

create function audits.is_signed(of_audit uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from audits.record r
    where r.audit_id = of_audit
      and not exists (select from audits.record_step s where s.record_id = r.record_id and s.step in ('returned', 'reopened')))
$$;
comment on function audits.is_signed(uuid) is 'Whether a signature holds that was neither returned nor reopened';

-- Signing and working on the same audit wait for each other.
create function audits.guard_work() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.audit_id::text, 7305120390));
  if audits.is_signed(new.audit_id) then
    raise exception 'a signed audit is frozen' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function audits.guard_work() is 'A signed audit takes no answer, decision, action or second signature of the first kind';

create function audits.guard_action_step() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  of_audit uuid := (select a.audit_id from audits.action a where a.action_id = new.action_id);
begin
  perform pg_advisory_xact_lock(hashtextextended(of_audit::text, 7305120390));
  if (new.step = 'withdrawn') = audits.is_signed(of_audit) then
    raise exception 'an action is withdrawn before its audit is signed, and ends after it' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function audits.guard_action_step() is 'What was signed is not withdrawn; what was not signed is not done';

create function audits.guard_record_step() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  signed audits.record;
  last_step text := (select s.step from audits.record_step s where s.record_id = new.record_id order by s.step_no desc limit 1);
begin
  select * into signed from audits.record r where r.record_id = new.record_id;
  perform pg_advisory_xact_lock(hashtextextended(signed.audit_id::text, 7305120390));
  if new.step in ('countersigned', 'returned') and last_step is not null
     or new.step = 'reopened' and last_step is distinct from 'countersigned' then
    raise exception 'a record is countersigned or returned once, and reopened after it was countersigned' using errcode = '42501';
  end if;
  if new.step = 'countersigned' and (new.taken_by = signed.signed_by or new.taken_role = signed.signed_role) then
    raise exception 'two people in two roles sign' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function audits.guard_record_step() is 'The order of signatures, and that two people in two roles give them';

create trigger added_only before update or delete on audits.audit for each row execute function audits.refuse_change();
create trigger added_only before update or delete on audits.data_answer for each row execute function audits.refuse_change();
create trigger added_only before update or delete on audits.decision for each row execute function audits.refuse_change();
create trigger added_only before update or delete on audits.action for each row execute function audits.refuse_change();
create trigger added_only before update or delete on audits.action_step for each row execute function audits.refuse_change();
create trigger added_only before update or delete on audits.record for each row execute function audits.refuse_change();
create trigger added_only before update or delete on audits.record_step for each row execute function audits.refuse_change();
create trigger never_emptied before truncate on audits.audit for each statement execute function audits.refuse_change();
create trigger never_emptied before truncate on audits.data_answer for each statement execute function audits.refuse_change();
create trigger never_emptied before truncate on audits.decision for each statement execute function audits.refuse_change();
create trigger never_emptied before truncate on audits.action for each statement execute function audits.refuse_change();
create trigger never_emptied before truncate on audits.action_step for each statement execute function audits.refuse_change();
create trigger never_emptied before truncate on audits.record for each statement execute function audits.refuse_change();
create trigger never_emptied before truncate on audits.record_step for each statement execute function audits.refuse_change();
create trigger frozen before insert on audits.data_answer for each row execute function audits.guard_work();
create trigger frozen before insert on audits.decision for each row execute function audits.guard_work();
create trigger frozen before insert on audits.action for each row execute function audits.guard_work();
create trigger frozen before insert on audits.record for each row execute function audits.guard_work();
create trigger in_order before insert on audits.action_step for each row execute function audits.guard_action_step();
create trigger in_order before insert on audits.record_step for each row execute function audits.guard_record_step();

create function audits.open_audit(of_release text, of_scope text, by_whom text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made uuid;
begin
  insert into audits.audit (release_id, period, scope, policy_version, due_on, opened_by)
    select r.release_id, r.period, of_scope, coalesce(r.header ->> 'policyVersion', 'unknown'),
      (clock_timestamp() at time zone 'UTC')::date + 30, by_whom
    from release.release r where r.release_id = of_release and r.status = 'published'
    on conflict (release_id, scope) do nothing
    returning audit_id into made;
  return made;
end $$;
comment on function audits.open_audit(text, text, text) is
  'Opens the audit of a published release for a scope; null where it was open already or there is no such release';

-- The newest quarter opens its audits itself: the programme's, and one for each branch that an engineering manager reads.
create function audits.open_for_release() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  branch text;
begin
  if exists (select from release.release r where r.status = 'published' and r.as_of > new.as_of) then
    return null;
  end if;
  perform audits.open_audit(new.release_id, '', 'product');
  for branch in select distinct a.scope from access.account a
    where a.role = 'engineering-manager' and a.scope is not null and a.disabled_at is null loop
    perform audits.open_audit(new.release_id, branch, 'product');
  end loop;
  return null;
end $$;
comment on function audits.open_for_release() is 'Opens the audits of a release when it is published, unless a newer quarter is published already';
create trigger opens_audits after update on release.release for each row
  when (old.status = 'draft' and new.status = 'published') execute function audits.open_for_release();

revoke all on audits.audit, audits.data_answer, audits.decision, audits.action, audits.action_step, audits.record, audits.record_step
  from public;
revoke all on function audits.refuse_change(), audits.is_signed(uuid), audits.guard_work(), audits.guard_action_step(),
  audits.guard_record_step(), audits.open_audit(text, text, text), audits.open_for_release() from public;
grant select on audits.audit, audits.data_answer, audits.decision, audits.action, audits.action_step, audits.record, audits.record_step
  to overstory_reader;
grant insert (audit_id, answer, limits, answered_by) on audits.data_answer to overstory_reader;
grant insert (audit_id, finding, choice, reason, decided_by) on audits.decision to overstory_reader;
grant insert (audit_id, finding, kind, own_words, owner_role, due_period, measured_by, smallest_change, agreed_by)
  on audits.action to overstory_reader;
grant insert (action_id, step, taken_by) on audits.action_step to overstory_reader;
grant insert (audit_id, record_no, document, hash, signed_by, signed_role) on audits.record to overstory_reader;
grant insert (record_id, step, reason, taken_by, taken_role) on audits.record_step to overstory_reader;
grant execute on function audits.is_signed(uuid), audits.open_audit(text, text, text) to overstory_reader;

-- Where releases were published before audits existed, the newest quarter is open from the beginning.
select audits.open_audit(r.release_id, '', 'product') from release.published_release r where r.current order by r.as_of desc limit 1;

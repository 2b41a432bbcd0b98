-- A policy is proposed by one and approved by another, and takes effect with a period that has not begun. What was
-- decided is added beside the proposal; neither is ever changed.
alter table governance.policy
  add column proposed_by text not null default 'product' check (length(proposed_by) between 1 and 200),
  add column why text not null default 'The policy that every installation begins with.' check (length(why) between 1 and 1000);
comment on column governance.policy.approved is 'Whether it came with the product and holds from the beginning; what was proposed here is decided in policy_decision';
comment on column governance.policy.document is 'The policy, its plan of tables and what may be done with the data';
comment on column governance.policy.proposed_by is 'An account_id, operator, or product for the one that every installation begins with';
comment on column governance.policy.why is 'Why it was proposed, for everybody to read';

create table governance.policy_decision (
  version text primary key references governance.policy,
  approved boolean not null,
  decided_by text not null check (length(decided_by) between 1 and 200),
  decided_at timestamptz not null default clock_timestamp(),
  effective_from date,
  why text not null check (length(why) <= 1000),
  check (approved = (effective_from is not null)),
  check (effective_from > (decided_at at time zone 'UTC')::date and extract(day from effective_from) = 1)
);
comment on table governance.policy_decision is 'What a second person decided about a proposed policy';
comment on column governance.policy_decision.version is 'The policy';
comment on column governance.policy_decision.approved is 'Whether releases may be built under it';
comment on column governance.policy_decision.decided_by is 'An account_id; never the one that proposed';
comment on column governance.policy_decision.decided_at is 'When';
comment on column governance.policy_decision.effective_from is 'First day of the first period that it holds for; it had not begun';
comment on column governance.policy_decision.why is 'Why, for everybody to read';
create trigger added_only before update or delete on governance.policy_decision for each row execute function governance.refuse_change();
create trigger never_emptied before truncate on governance.policy_decision for each statement execute function governance.refuse_change();

create function governance.propose_policy(of_name text, content jsonb, by_whom text, reason text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made text;
begin
  perform pg_advisory_xact_lock(7305120322);
  select of_name || '/' || coalesce(max(split_part(p.version, '/', 2)::int), 0) + 1 into made
    from governance.policy p where split_part(p.version, '/', 1) = of_name;
  insert into governance.policy (version, document, approved, proposed_by, why)
    values (made, jsonb_set(content, '{disclosure,version}', to_jsonb(made)), false, by_whom, reason);
  return made;
end $$;
comment on function governance.propose_policy(text, jsonb, text, text) is 'Adds a version of a policy that nobody has approved yet, and names it';

create function governance.decide_policy(of_version text, yes boolean, by_whom text, first_day date, reason text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  proposed governance.policy;
begin
  perform pg_advisory_xact_lock(7305120322);
  select * into proposed from governance.policy p where p.version = of_version;
  if proposed.version is null or proposed.approved or exists (select from governance.policy_decision d where d.version = of_version) then
    raise exception 'this policy does not wait for a decision' using errcode = '55000';
  end if;
  if by_whom = proposed.proposed_by or by_whom in ('operator', 'product') then
    raise exception 'a policy is decided by somebody else than who proposed it' using errcode = '42501';
  end if;
  insert into governance.policy_decision (version, approved, decided_by, effective_from, why)
    values (of_version, yes, by_whom, case when yes then first_day end, reason);
end $$;
comment on function governance.decide_policy(text, boolean, text, date, text) is 'What a second person decides about a proposed policy, once; approved, it holds from a period that has not begun';

revoke all on governance.policy_decision from public;
revoke all on function governance.propose_policy(text, jsonb, text, text), governance.decide_policy(text, boolean, text, date, text) from public;
grant select on governance.policy_decision to overstory_curator, overstory_reader, overstory_auditor;
grant execute on function governance.propose_policy(text, jsonb, text, text), governance.decide_policy(text, boolean, text, date, text)
  to overstory_curator, overstory_reader;

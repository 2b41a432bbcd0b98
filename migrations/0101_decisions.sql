-- What was decided about tracks. Rows are added and never changed: a second opinion and every step of a retirement are rows of
-- their own.
create table decisions.decision (
  decision_no bigint generated always as identity primary key,
  track_id text not null check (length(track_id) between 1 and 200),
  charter_version int check (charter_version >= 1),
  period text check (period ~ '^[0-9]{4}-Q[1-4]$'),
  kind text not null check (kind in ('continue', 'adjust', 'extend', 'retire')),
  verdict text not null check (length(verdict) between 1 and 40),
  strength text not null check (length(strength) between 1 and 40),
  supported boolean not null,
  why text not null check (length(why) between 10 and 500),
  changed text check (length(changed) between 10 and 500),
  extends text[] check (cardinality(extends) between 1 and 8),
  challenge_days int not null check (challenge_days between 7 and 90),
  decided_by text not null check (length(decided_by) between 1 and 200),
  decided_at timestamptz not null default clock_timestamp(),
  check ((kind = 'adjust') = (changed is not null)),
  check ((kind = 'extend') = (extends is not null))
);
comment on table decisions.decision is 'What was decided about a track, with the evidence as it stood';
comment on column decisions.decision.decision_no is 'Its number';
comment on column decisions.decision.track_id is 'The track';
comment on column decisions.decision.charter_version is 'The charter by which it was judged; null where it had none';
comment on column decisions.decision.period is 'The quarter of the look that it rests on; null where there was none';
comment on column decisions.decision.kind is 'continue, adjust, extend or retire';
comment on column decisions.decision.verdict is 'The verdict of that look';
comment on column decisions.decision.strength is 'The strength of the evidence then';
comment on column decisions.decision.supported is 'Whether the evidence supports it; otherwise a second person has to agree';
comment on column decisions.decision.why is 'Why, for everybody to read who may read tracks';
comment on column decisions.decision.changed is 'Of an adjustment: what was changed';
comment on column decisions.decision.extends is 'Of an extension: the quarters that are looked at beyond the charter''s';
comment on column decisions.decision.challenge_days is 'Of a retirement: days in which anybody may object';
comment on column decisions.decision.decided_by is 'An account_id, or operator';
comment on column decisions.decision.decided_at is 'When';

create table decisions.second_opinion (
  decision_no bigint primary key references decisions.decision on delete cascade,
  agreed boolean not null,
  why text not null check (length(why) between 10 and 500),
  given_by text not null check (length(given_by) between 1 and 200),
  given_at timestamptz not null default clock_timestamp()
);
comment on table decisions.second_opinion is 'What a second person said to a decision against the evidence';
comment on column decisions.second_opinion.decision_no is 'The decision';
comment on column decisions.second_opinion.agreed is 'Whether it takes effect';
comment on column decisions.second_opinion.why is 'Why';
comment on column decisions.second_opinion.given_by is 'An account_id; never the one that decided';
comment on column decisions.second_opinion.given_at is 'When';

create table decisions.retirement_step (
  step_no bigint generated always as identity primary key,
  decision_no bigint not null references decisions.decision on delete cascade,
  step text not null check (step in ('objected', 'confirmed', 'closed', 'withdrawn')),
  why text not null check (length(why) between 10 and 2000),
  takes_effect_on date,
  role text not null check (length(role) between 1 and 40),
  taken_by text not null check (length(taken_by) between 1 and 200),
  taken_at timestamptz not null default clock_timestamp(),
  check ((step = 'confirmed') = (takes_effect_on is not null))
);
comment on table decisions.retirement_step is 'How the retirement of a track went on';
comment on column decisions.retirement_step.step_no is 'Its number';
comment on column decisions.retirement_step.decision_no is 'The decision to retire';
comment on column decisions.retirement_step.step is 'objected, confirmed, closed or withdrawn';
comment on column decisions.retirement_step.why is 'The objection, the answer to objections, the published judgment, or why it was taken back';
comment on column decisions.retirement_step.takes_effect_on is 'Of a confirmation: from this day on nobody is paired anew';
comment on column decisions.retirement_step.role is 'The role of whoever took it; all that a page says';
comment on column decisions.retirement_step.taken_by is 'An account_id, or operator';
comment on column decisions.retirement_step.taken_at is 'When';

create table decisions.unplanned_look (
  track_id text not null check (length(track_id) between 1 and 200),
  charter_version int not null check (charter_version >= 1),
  period text not null check (period ~ '^[0-9]{4}-Q[1-4]$'),
  why text not null check (length(why) between 10 and 500),
  looked_by text not null check (length(looked_by) between 1 and 200),
  looked_at timestamptz not null default clock_timestamp(),
  primary key (track_id, charter_version, period)
);
comment on table decisions.unplanned_look is 'Looks that no charter planned; they are counted, and decide nothing';
comment on column decisions.unplanned_look.track_id is 'The track';
comment on column decisions.unplanned_look.charter_version is 'The charter that held';
comment on column decisions.unplanned_look.period is 'The quarter that was looked at';
comment on column decisions.unplanned_look.why is 'Why it could not wait';
comment on column decisions.unplanned_look.looked_by is 'An account_id, or operator';
comment on column decisions.unplanned_look.looked_at is 'When';

create function decisions.guard() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' and release.removing_sample() then
    return old;
  end if;
  raise exception 'what was decided stays on record' using errcode = '42501';
end $$;
comment on function decisions.guard() is 'Rows are added and never changed, by their owner neither';
create trigger added_only before update or delete on decisions.decision for each row execute function decisions.guard();
create trigger added_only before update or delete on decisions.second_opinion for each row execute function decisions.guard();
create trigger added_only before update or delete on decisions.retirement_step for each row execute function decisions.guard();
create trigger added_only before update or delete on decisions.unplanned_look for each row execute function decisions.guard();
create trigger never_emptied before truncate on decisions.decision for each statement execute function release.refuse_truncate();
create trigger never_emptied before truncate on decisions.second_opinion for each statement execute function release.refuse_truncate();
create trigger never_emptied before truncate on decisions.retirement_step for each statement execute function release.refuse_truncate();
create trigger never_emptied before truncate on decisions.unplanned_look for each statement execute function release.refuse_truncate();

create function decisions.give_second_opinion(of_decision bigint, yes boolean, by_whom text, reason text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  decided decisions.decision;
begin
  select * into decided from decisions.decision d where d.decision_no = of_decision for update;
  if decided.decision_no is null or decided.supported
     or exists (select from decisions.second_opinion s where s.decision_no = of_decision) then
    raise exception 'this decision does not wait for a second person' using errcode = '55000';
  end if;
  if by_whom in (decided.decided_by, 'operator') then
    raise exception 'the second person is somebody else' using errcode = '42501';
  end if;
  insert into decisions.second_opinion (decision_no, agreed, why, given_by) values (of_decision, yes, reason, by_whom);
end $$;
comment on function decisions.give_second_opinion(bigint, boolean, text, text) is 'What a second person says to a decision against the evidence, once';

-- proposed -> (objections) -> confirmed, after the window -> closed; taken back at any time until it is closed.
create function decisions.step_retirement(of_decision bigint, next_step text, reason text, from_day date, as_role text, by_whom text)
returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  decided decisions.decision;
  opinion decisions.second_opinion;
  confirmation date;
  window_ends timestamptz;
begin
  select * into decided from decisions.decision d where d.decision_no = of_decision for update;
  select * into opinion from decisions.second_opinion s where s.decision_no = of_decision;
  if decided.kind is distinct from 'retire' or not (decided.supported or coalesce(opinion.agreed, false))
     or exists (select from decisions.retirement_step t where t.decision_no = of_decision and t.step in ('closed', 'withdrawn')) then
    raise exception 'no retirement is under way' using errcode = '55000';
  end if;
  window_ends := coalesce(opinion.given_at, decided.decided_at) + decided.challenge_days * interval '1 day';
  select t.takes_effect_on into confirmation from decisions.retirement_step t where t.decision_no = of_decision and t.step = 'confirmed';
  if next_step = 'objected' and (confirmation is not null or clock_timestamp() > window_ends)
     or next_step = 'confirmed' and (confirmation is not null or clock_timestamp() <= window_ends)
     or next_step = 'closed' and (confirmation is null or confirmation > clock_timestamp()::date) then
    raise exception 'this step is not due' using errcode = '55000';
  end if;
  insert into decisions.retirement_step (decision_no, step, why, takes_effect_on, role, taken_by)
    values (of_decision, next_step, reason, from_day, as_role, by_whom);
end $$;
comment on function decisions.step_retirement(bigint, text, text, date, text, text) is 'Takes the next step of a retirement, when it is due';

create function decisions.forget_sample() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from decisions.retirement_step;
  delete from decisions.second_opinion;
  delete from decisions.decision;
  delete from decisions.unplanned_look;
  return new;
end $$;
comment on function decisions.forget_sample() is 'With the invented organisation what was decided about it leaves';
create trigger forget_decisions before update of sample on governance.installation
  for each row when (old.sample and not new.sample) execute function decisions.forget_sample();

revoke all on decisions.decision, decisions.second_opinion, decisions.retirement_step, decisions.unplanned_look from public;
revoke all on function decisions.guard(), decisions.give_second_opinion(bigint, boolean, text, text),
  decisions.step_retirement(bigint, text, text, date, text, text), decisions.forget_sample() from public;
grant select on decisions.decision, decisions.second_opinion, decisions.retirement_step, decisions.unplanned_look
  to overstory_curator, overstory_reader;
grant insert on decisions.decision, decisions.unplanned_look to overstory_curator, overstory_reader;
grant execute on function decisions.give_second_opinion(bigint, boolean, text, text),
  decisions.step_retirement(bigint, text, text, date, text, text) to overstory_curator, overstory_reader;

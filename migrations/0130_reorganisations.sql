-- Which team became which, and when: so that a series and a branch survive a reorganisation. No release is touched by it.
create table governance.reorganisation (
  entry_no int generated always as identity primary key,
  takes_effect date not null check (takes_effect between date '1990-01-01' and date '2100-12-31'),
  from_teams text[] not null check (cardinality(from_teams) between 1 and 20 and array_position(from_teams, null) is null),
  to_teams text[] not null check (cardinality(to_teams) between 1 and 20 and array_position(to_teams, null) is null),
  entered_by text not null check (length(entered_by) between 1 and 200),
  entered_at timestamptz not null default clock_timestamp()
);
comment on table governance.reorganisation is
  'Teams that became others on a day: one and one is a rename or a move, everything else breaks a series';
comment on column governance.reorganisation.entry_no is 'Its place';
comment on column governance.reorganisation.takes_effect is 'The first day on which the new teams are there';
comment on column governance.reorganisation.from_teams is 'Paths of the teams as they were';
comment on column governance.reorganisation.to_teams is 'Paths of the teams as they are';
comment on column governance.reorganisation.entered_by is 'An account_id';
comment on column governance.reorganisation.entered_at is 'When';

create table governance.reorganisation_withdrawal (
  entry_no int primary key references governance.reorganisation on delete cascade,
  withdrawn_by text not null check (length(withdrawn_by) between 1 and 200),
  withdrawn_at timestamptz not null default clock_timestamp()
);
comment on table governance.reorganisation_withdrawal is 'Entries that were taken back';
comment on column governance.reorganisation_withdrawal.entry_no is 'The entry';
comment on column governance.reorganisation_withdrawal.withdrawn_by is 'An account_id';
comment on column governance.reorganisation_withdrawal.withdrawn_at is 'When';

create function governance.refuse_reorganisation_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' and release.removing_sample() then
    return old;
  end if;
  raise exception 'entries are added and taken back, never changed' using errcode = '42501';
end $$;
comment on function governance.refuse_reorganisation_change() is 'Nobody changes what was entered, its owner included';
create trigger added_only before update or delete on governance.reorganisation
  for each row execute function governance.refuse_reorganisation_change();
create trigger added_only before update or delete on governance.reorganisation_withdrawal
  for each row execute function governance.refuse_reorganisation_change();
create trigger never_emptied before truncate on governance.reorganisation
  for each statement execute function governance.refuse_reorganisation_change();
create trigger never_emptied before truncate on governance.reorganisation_withdrawal
  for each statement execute function governance.refuse_reorganisation_change();

-- The teams of an invented organisation leave with it.
create function governance.forget_sample_teams() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('overstory.removing_sample', 'on', true);
  delete from governance.reorganisation;
  perform set_config('overstory.removing_sample', 'off', true);
  return null;
end $$;
comment on function governance.forget_sample_teams() is 'Removing the sample removes its reorganisations';
create trigger forgets_teams after update on governance.installation for each row
  when (old.sample and not new.sample) execute function governance.forget_sample_teams();

-- How a branch is called on a day: renames and moves are followed, the most particular entry of a day counts.
create function governance.branch_on(branch text, day date) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  effect date;
  old_name text;
  new_name text;
begin
  for effect in select distinct r.takes_effect from governance.reorganisation r where r.takes_effect <= day order by 1 loop
    select r.from_teams[1], r.to_teams[1] into old_name, new_name
      from governance.reorganisation r
      where r.takes_effect = effect and cardinality(r.from_teams) = 1 and cardinality(r.to_teams) = 1
        and (branch = r.from_teams[1] or starts_with(branch, r.from_teams[1] || '/'))
        and not exists (select from governance.reorganisation_withdrawal w where w.entry_no = r.entry_no)
      order by length(r.from_teams[1]) desc limit 1;
    if found then
      branch := new_name || substr(branch, length(old_name) + 1);
    end if;
  end loop;
  return branch;
end $$;
comment on function governance.branch_on(text, date) is 'How a branch of the team tree is called on a day';

-- A branch whose name is not among the teams of the release is looked for by its new one.
create or replace function audits.open_for_release() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  branch text;
begin
  if exists (select from release.release r where r.status = 'published' and r.as_of > new.as_of) then
    return null;
  end if;
  perform audits.open_audit(new.release_id, '', 'product');
  for branch in
    select distinct case when jsonb_path_exists(new.dimensions, '$[*] ? (@.key == "team").values[*] ? (@.key == $team)',
        jsonb_build_object('team', a.scope)) then a.scope else governance.branch_on(a.scope, new.as_of) end
    from access.account a
    where a.role = 'engineering-manager' and a.scope is not null and a.disabled_at is null loop
    perform audits.open_audit(new.release_id, branch, 'product');
  end loop;
  return null;
end $$;

revoke all on governance.reorganisation, governance.reorganisation_withdrawal from public;
revoke all on function governance.refuse_reorganisation_change(), governance.forget_sample_teams(), governance.branch_on(text, date)
  from public;
grant select on governance.reorganisation, governance.reorganisation_withdrawal
  to overstory_reader, overstory_curator, overstory_auditor;
grant insert (takes_effect, from_teams, to_teams, entered_by) on governance.reorganisation to overstory_reader;
grant insert (entry_no, withdrawn_by) on governance.reorganisation_withdrawal to overstory_reader;

-- Rights of the people inside: erasure, a copy of one's own data, consent per characteristic. Whom a request is about
-- stands in microdata and only until it is decided; what governance keeps names nobody.
create table governance.person_request (
  request_no bigint primary key generated always as identity,
  kind text not null check (kind in ('erasure', 'subject-access')),
  verified text not null check (verified in ('in-person', 'signed-letter', 'single-sign-on', 'representative')),
  requested_by text not null check (length(requested_by) between 1 and 200),
  requested_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'rejected')),
  decided_by text check (length(decided_by) between 1 and 200),
  decided_at timestamptz,
  check ((state = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (decided_by <> requested_by and decided_by <> 'operator')
);
comment on table governance.person_request is 'Requests of people about their own data; whose they are stands nowhere in here';
comment on column governance.person_request.request_no is 'What both halves of the step call it';
comment on column governance.person_request.kind is 'erasure: everything about the person goes; subject-access: the person receives a sealed copy';
comment on column governance.person_request.verified is 'How whoever took the request made sure who asked';
comment on column governance.person_request.requested_by is 'Who took the request: an account_id, or operator';
comment on column governance.person_request.requested_at is 'When';
comment on column governance.person_request.state is 'done: a second person approved, and it was carried out';
comment on column governance.person_request.decided_by is 'An account_id; never the one that took the request';
comment on column governance.person_request.decided_at is 'When';

create table microdata.request_subject (
  request_no bigint primary key references governance.person_request,
  person_key bigint not null,
  recipient text check (length(recipient) <= 200)
);
comment on table microdata.request_subject is 'Whom a waiting request is about; the row goes when the request is decided';
comment on column microdata.request_subject.request_no is 'The request';
comment on column microdata.request_subject.person_key is 'The keyed hash of the person (sealed)';
comment on column microdata.request_subject.recipient is 'The person''s own public key, to which a copy is sealed';

create table microdata.tombstone_relationship (
  relationship_key uuid primary key
);
comment on table microdata.tombstone_relationship is 'Relationships of which everybody was erased: what later loads say of them is taken in silence and dropped';
comment on column microdata.tombstone_relationship.relationship_key is 'The keyed hash of the relationship (sealed)';

create table microdata.consent_withdrawn (
  person_key bigint not null,
  column_key text not null,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (person_key, column_key)
);
comment on table microdata.consent_withdrawn is 'Consents that were withdrawn: what later loads say of that characteristic is taken in silence and dropped';
comment on column microdata.consent_withdrawn.person_key is 'The keyed hash of the person (sealed)';
comment on column microdata.consent_withdrawn.column_key is 'The declared column';
comment on column microdata.consent_withdrawn.withdrawn_at is 'When';

-- What is not known any more although it once was: the only thing that changes the past of known time.
create table microdata.removal (
  removal_no int primary key check (removal_no > 0),
  kind text not null check (kind in ('erasure', 'consent', 'retention')),
  known_at timestamptz not null,
  classes text[] not null default '{}'
);
comment on table microdata.removal is 'When something was deleted for good: a release built again afterwards is a restatement';
comment on column microdata.removal.removal_no is '1, 2, 3 …';
comment on column microdata.removal.kind is 'erasure of a person, withdrawal of a consent, or the time of a class of files that was over';
comment on column microdata.removal.known_at is 'The moment, later than that of every load before';
comment on column microdata.removal.classes is 'Classes of files, of a retention run';

create function microdata.note_removal(of_kind text, of_classes text[]) returns int
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  made int;
begin
  insert into microdata.removal (removal_no, kind, known_at, classes)
    select coalesce(max(r.removal_no), 0) + 1, of_kind,
      greatest(jobs.next_known_at(), coalesce(max(r.known_at), '-infinity') + interval '1 millisecond', clock_timestamp()), of_classes
    from microdata.removal r
    returning removal_no into made;
  return made;
end $$;
comment on function microdata.note_removal(text, text[]) is 'Writes down that something was deleted; whoever calls it holds the lock on known time';

-- Rows that wait in loads that are not confirmed yet go as well, and the count that tells lost rows follows.
create function microdata.delete_waiting(condition text, having_column text, of_table text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  waiting record;
  deleted bigint;
begin
  for waiting in
    select c.load_id, c.table_name, microdata.staging_of(c.load_id, c.table_name) as place from staging.content c
    where (of_table is null or c.table_name = of_table) and exists (
      select from pg_attribute a where a.attrelid = to_regclass(microdata.staging_of(c.load_id, c.table_name)) and a.attname = having_column) loop
    execute format('delete from %s s where %s', waiting.place, condition);
    get diagnostics deleted = row_count;
    update staging.content c set row_count = c.row_count - deleted where c.load_id = waiting.load_id and c.table_name = waiting.table_name;
  end loop;
end $$;
comment on function microdata.delete_waiting(text, text, text) is 'Deletes rows of loads that wait for confirmation';

-- Relationships that nobody is in any more: what happened in them was about those who were.
create function microdata.delete_deserted(touched uuid[], for_good boolean) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  deserted uuid[] := (select array_agg(t) from unnest(touched) as t
    where not exists (select from microdata.participations p where p.relationship_key = t));
begin
  if deserted is null then
    return;
  end if;
  delete from microdata.reviews v where v.relationship_key = any (deserted);
  delete from microdata.session_rollup v where v.relationship_key = any (deserted);
  -- Of what could move between relationships, that which last stood in one of these.
  delete from microdata.sessions v where v.session_key in (
    select l.session_key from (select distinct on (s.session_key) s.session_key, s.relationship_key from microdata.sessions s
      where s.session_key in (select x.session_key from microdata.sessions x where x.relationship_key = any (deserted))
      order by s.session_key, s.load_no desc) l where l.relationship_key = any (deserted));
  delete from microdata.escalations v where v.escalation_key in (
    select l.escalation_key from (select distinct on (s.escalation_key) s.escalation_key, s.relationship_key from microdata.escalations s
      where s.escalation_key in (select x.escalation_key from microdata.escalations x where x.relationship_key = any (deserted))
      order by s.escalation_key, s.load_no desc) l where l.relationship_key = any (deserted));
  update microdata.sessions v set relationship_key = null where v.relationship_key = any (deserted);
  update microdata.escalations v set relationship_key = null where v.relationship_key = any (deserted);
  if for_good then
    insert into microdata.tombstone_relationship select unnest(deserted) on conflict do nothing;
    perform microdata.delete_waiting(format('s.relationship_key = any (%L::uuid[])', deserted), 'relationship_key');
  end if;
end $$;
comment on function microdata.delete_deserted(uuid[], boolean) is 'Deletes what happened in relationships of which nobody is known any more';

-- Everything that names one of these people, in all versions. What others said of the same key stays, without them.
create function microdata.delete_people(who bigint[], for_good boolean) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  touched uuid[] := (select array_agg(distinct p.relationship_key) from microdata.participations p where p.person_key = any (who));
  of_versions record;
begin
  -- A rating belongs to whoever gave it; it goes where no other mentor or mentee could have given it.
  update microdata.reviews v set
    mentee_rating = case when microdata.alone_as(v.relationship_key, 'mentee', who) then null else v.mentee_rating end,
    mentor_rating = case when microdata.alone_as(v.relationship_key, 'mentor', who) then null else v.mentor_rating end
  where v.relationship_key = any (touched);
  for of_versions in select v.table_name, v.relation, 'person_key' = any ((microdata.shape_of(v.relation)).keys) as is_key
    from microdata.version_table v
    where exists (select from pg_attribute a where a.attrelid = v.relation and a.attname = 'person_key') loop
    if not of_versions.is_key then
      execute format($sql$delete from %1$s v where (%2$s) in (select %2$s from (
          select distinct on (%2$s) * from %1$s x where (%2$s) in (select %2$s from %1$s y where y.person_key = any ($1)) order by %2$s, load_no desc) l
        where l.person_key = any ($1))$sql$, of_versions.relation, microdata.plain((microdata.shape_of(of_versions.relation)).keys)) using who;
      execute format('update %s v set person_key = null where v.person_key = any ($1)', of_versions.relation) using who;
    else
      execute format('delete from %s v where v.person_key = any ($1)', of_versions.relation) using who;
    end if;
  end loop;
  update tracks.track t set owned = false
    from (select distinct on (o.track_id) o.track_id, o.owner_key from microdata.track_owner o order by o.track_id, o.load_no desc) latest
    where latest.owner_key = any (who) and t.track_id = latest.track_id
      and not exists (select from tracks.track later where later.track_id = t.track_id and later.load_no > t.load_no);
  update microdata.track_owner o set owner_key = null where o.owner_key = any (who);
  if for_good then
    perform microdata.delete_waiting(format('s.person_key = any (%L::bigint[])', who), 'person_key');
    perform microdata.delete_waiting(format('s.owner_key = any (%L::bigint[])', who), 'owner_key');
  end if;
  perform microdata.delete_deserted(touched, for_good);
end $$;
comment on function microdata.delete_people(bigint[], boolean) is 'Deletes people from every table of microdata; for good: also from loads that wait';

create function microdata.alone_as(relationship uuid, in_role text, who bigint[]) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select bool_and(p.person_key = any (who)) is true from microdata.participations p where p.relationship_key = relationship and p.role = in_role
$$;
comment on function microdata.alone_as(uuid, text, bigint[]) is 'Whether nobody but these people was ever known in that role of a relationship';

create function microdata.ask_for_person(of_kind text, who bigint, how_verified text, to_recipient text, by_whom text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made bigint;
begin
  insert into governance.person_request (kind, verified, requested_by) values (of_kind, how_verified, by_whom) returning request_no into made;
  insert into microdata.request_subject values (made, who, to_recipient);
  return made;
end $$;
comment on function microdata.ask_for_person(text, bigint, text, text, text) is 'Takes a request of a person; a second one has to decide it';

create function microdata.settle_request(of_request bigint, of_kind text, carried_out boolean, by_whom text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  who bigint;
begin
  update governance.person_request r set state = case when carried_out then 'done' else 'rejected' end, decided_by = by_whom, decided_at = clock_timestamp()
    where r.request_no = of_request and r.kind = of_kind and r.state = 'waiting';
  if not found then
    raise exception 'this request does not wait for a decision' using errcode = '55000';
  end if;
  delete from microdata.request_subject s where s.request_no = of_request returning s.person_key into who;
  return who;
end $$;
comment on function microdata.settle_request(bigint, text, boolean, text) is 'Ends a request, and forgets whom it was about; returns that once';

create function microdata.erase_requested(of_request bigint, by_whom text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  who bigint;
begin
  perform pg_advisory_xact_lock(jobs.known_time_lock());
  who := microdata.settle_request(of_request, 'erasure', true, by_whom);
  insert into microdata.tombstone (person_key) values (who) on conflict do nothing;
  perform microdata.delete_people(array[who], true);
  delete from microdata.consent_withdrawn c where c.person_key = who;
  -- Other requests of the same person have lost their subject.
  update governance.person_request r set state = 'rejected', decided_by = by_whom, decided_at = clock_timestamp()
    from microdata.request_subject s where s.person_key = who and r.request_no = s.request_no and r.requested_by <> by_whom;
  delete from microdata.request_subject s where s.person_key = who;
  return microdata.note_removal('erasure', '{}');
end $$;
comment on function microdata.erase_requested(bigint, text) is 'Carries out an erasure that a second person approved; nothing brings the person back';

create function microdata.withdraw_consent(who bigint, of_columns text[]) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(jobs.known_time_lock());
  insert into microdata.consent_withdrawn (person_key, column_key) select who, unnest(of_columns) on conflict do nothing;
  delete from microdata.demographics d where d.person_key = who and d.column_key = any (of_columns);
  perform microdata.delete_waiting(format('s.person_key = %L and s.column_key = any (%L::text[])', who, of_columns), 'column_key', 'demographics');
  return microdata.note_removal('consent', '{}');
end $$;
comment on function microdata.withdraw_consent(bigint, text[]) is 'Deletes what was said of some characteristics of a person, and drops what later loads say';

create function microdata.give_consent(who bigint, of_columns text[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from microdata.consent_withdrawn c where c.person_key = who and c.column_key = any (of_columns)
$$;
comment on function microdata.give_consent(bigint, text[]) is 'Takes a withdrawal back: what loads say from now on counts again, what was deleted stays deleted';

-- As in 0019, and beyond: what nobody may make known again is dropped before anything stands.
create or replace function microdata.make_sure_of_rows(this_load bigint, target text) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  shape record := microdata.shape_of((select v.relation from microdata.version_table v where v.table_name = target));
  place text := microdata.staging_of(this_load, target);
  person text := (select name from unnest(shape.keys || shape.vals) as name where name in ('person_key', 'owner_key'));
  seen bigint;
begin
  execute 'select count(*) from ' || place into seen;
  if seen is distinct from (select c.row_count from staging.content c where c.load_id = this_load and c.table_name = target) then
    raise exception 'waiting rows of this load were lost' using errcode = '55000', hint = 'Send the files again.';
  end if;
  if person is not null then
    execute format('delete from %s s where exists (select from microdata.tombstone t where t.person_key = s.%I)', place, person);
  elsif 'relationship_key' = any (shape.keys || shape.vals) then
    execute format('delete from %s s where exists (select from microdata.tombstone_relationship t where t.relationship_key = s.relationship_key)', place);
  end if;
  if target = 'demographics' then
    execute format('delete from %s s where exists (select from microdata.consent_withdrawn t where t.person_key = s.person_key and t.column_key = s.column_key)', place);
  end if;
end $$;

-- As in 0019, with the tables that came later.
create or replace function microdata.empty_sample() returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_versions regclass;
  this_load bigint;
begin
  perform pg_advisory_xact_lock(jobs.known_time_lock());
  if not (select i.sample from governance.installation i) then
    raise exception 'this installation does not hold sample data' using errcode = '55000';
  end if;
  for this_load in select distinct c.load_id from staging.content c loop
    perform microdata.drop_staging(this_load);
  end loop;
  for of_versions in select v.relation from microdata.version_table v loop
    execute 'truncate ' || of_versions;
  end loop;
  truncate microdata.session_rollup, microdata.tombstone, microdata.tombstone_relationship, microdata.consent_withdrawn, microdata.removal,
    microdata.request_subject, governance.person_request, staging.content, jobs.load_error, jobs.load_file, jobs.load;
end $$;

revoke all on governance.person_request, microdata.request_subject, microdata.tombstone_relationship, microdata.consent_withdrawn, microdata.removal from public;
revoke all on function microdata.note_removal(text, text[]), microdata.delete_waiting(text, text, text), microdata.delete_deserted(uuid[], boolean),
  microdata.delete_people(bigint[], boolean), microdata.alone_as(uuid, text, bigint[]), microdata.ask_for_person(text, bigint, text, text, text),
  microdata.settle_request(bigint, text, boolean, text), microdata.erase_requested(bigint, text), microdata.withdraw_consent(bigint, text[]),
  microdata.give_consent(bigint, text[]) from public;
grant select on governance.person_request to overstory_curator, overstory_reader, overstory_auditor;
grant select on microdata.request_subject, microdata.removal, microdata.tombstone_relationship, microdata.consent_withdrawn to overstory_curator;
grant execute on function microdata.ask_for_person(text, bigint, text, text, text), microdata.settle_request(bigint, text, boolean, text),
  microdata.erase_requested(bigint, text), microdata.withdraw_consent(bigint, text[]), microdata.give_consent(bigint, text[]) to overstory_curator;

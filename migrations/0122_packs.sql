-- Reports that are made by themselves whenever a release is published, and where they are told of or put.
create table reports.pack (
  pack_id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 80),
  format text not null check (format ~ '^[a-z]{2,8}$'),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  channels text[] not null check (cardinality(channels) <= 20),
  made_by text not null check (length(made_by) between 1 and 200),
  made_at timestamptz not null default clock_timestamp(),
  ended_by text check (length(ended_by) between 1 and 200),
  ended_at timestamptz
);
comment on table reports.pack is 'A saved definition of a report that is made of each release when it is published';
comment on column reports.pack.pack_id is 'Its number';
comment on column reports.pack.name is 'What it is called';
comment on column reports.pack.format is 'As what kind of file';
comment on column reports.pack.definition is 'Audience, branch, subject, chapters and extent';
comment on column reports.pack.channels is 'folder, mail:ROLE or webhook:ADDRESS; the file itself goes to a folder alone';
comment on column reports.pack.made_by is 'account_id of who saved it; the report is asked for in this name';
comment on column reports.pack.made_at is 'When';
comment on column reports.pack.ended_by is 'account_id of who ended it';
comment on column reports.pack.ended_at is 'Since when it is made no more';

alter table reports.wish add column pack_id bigint references reports.pack;
alter table reports.wish add column code text check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$');
comment on column reports.wish.pack_id is 'The pack by which it was asked for; null where somebody asked';
comment on column reports.wish.code is 'The code of the report that was made of it; null until then';

create table reports.delivery (
  wish_id bigint not null references reports.wish on delete cascade,
  channel text not null check (length(channel) between 1 and 300),
  outcome text not null check (outcome in ('delivered', 'withheld')),
  at timestamptz not null default clock_timestamp(),
  primary key (wish_id, channel)
);
comment on table reports.delivery is 'Where a report of a pack was put or told of, so that it is once; or that it was withheld, because its reader may not see all of it';
comment on column reports.delivery.wish_id is 'The report that was asked for';
comment on column reports.delivery.channel is 'folder, mail:account_id or webhook:ADDRESS';
comment on column reports.delivery.outcome is 'delivered, or withheld';
comment on column reports.delivery.at is 'When';

create function reports.ask_for_packs() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  pack reports.pack;
  made bigint;
begin
  for pack in select * from reports.pack p where p.ended_at is null order by p.pack_id loop
    insert into reports.wish (release_id, format, definition, asked_by, pack_id)
    values (new.release_id, pack.format,
      pack.definition || jsonb_build_object('recordsUntil', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      pack.made_by, pack.pack_id)
    returning wish_id into made;
    perform jobs.ask('make-report', made::text, pack.made_by);
  end loop;
  return null;
end $$;
comment on function reports.ask_for_packs() is 'Asks for the report of each pack when a release is published, by whatever door';
create trigger asks_for_packs after update on release.release for each row
  when (old.status = 'draft' and new.status = 'published') execute function reports.ask_for_packs();

create function reports.save_pack(called text, kind text, wanted jsonb, by_channels text[], by_whom text) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into reports.pack (name, format, definition, channels, made_by) values (called, kind, wanted, by_channels, by_whom)
  returning pack_id
$$;
comment on function reports.save_pack(text, text, jsonb, text[], text) is 'Saves a pack; it is made from the next publication on';

create function reports.end_pack(pack bigint, by_whom text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update reports.pack p set ended_by = by_whom, ended_at = clock_timestamp() where p.pack_id = pack and p.ended_at is null;
  return found;
end $$;
comment on function reports.end_pack(bigint, text) is 'Ends a pack; what it made stays. False where there is none';

create function reports.readers_with(of_roles text[]) returns table (account_id uuid, email text, role text, scope text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.account_id, a.email, a.role, a.scope from access.account a
  where a.role = any (of_roles) and a.disabled_at is null order by a.email
$$;
comment on function reports.readers_with(text[]) is 'Whom a letter about a report may go to: open accounts of some roles';

revoke all on reports.pack, reports.delivery from public;
revoke all on function reports.ask_for_packs(), reports.save_pack(text, text, jsonb, text[], text), reports.end_pack(bigint, text),
  reports.readers_with(text[]) from public;
grant select on reports.pack, reports.wish to overstory_reader;
grant select, insert on reports.delivery to overstory_reader;
grant update (code) on reports.wish to overstory_curator;
grant execute on function reports.save_pack(text, text, jsonb, text[], text), reports.end_pack(bigint, text),
  reports.readers_with(text[]) to overstory_reader;

-- Dates of tracks as a calendar. The address holds a random text of which only the hash is kept; it is worth what the role of
-- its account is worth at that moment.
create table decisions.calendar_feed (
  account_id uuid primary key references access.account (account_id) on delete cascade,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default clock_timestamp()
);
comment on table decisions.calendar_feed is 'Who reads the dates of tracks in a calendar; one address for each account';
comment on column decisions.calendar_feed.account_id is 'The account';
comment on column decisions.calendar_feed.token_hash is 'SHA-256 of the random text in the address, which is kept nowhere';
comment on column decisions.calendar_feed.made_at is 'When it was made; a new one ends the one before';

create function decisions.make_calendar(of_account uuid, hash text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into decisions.calendar_feed (account_id, token_hash) values (of_account, hash)
  on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = clock_timestamp()
$$;
comment on function decisions.make_calendar(uuid, text) is 'Gives an account an address of its own; the one before ends';

create function decisions.end_calendar(of_account uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from decisions.calendar_feed f where f.account_id = of_account returning 1) select exists (select from gone)
$$;
comment on function decisions.end_calendar(uuid) is 'Ends the address of an account, and says whether there was one';

create function decisions.role_of_calendar(hash text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select access.role_of(f.account_id) from decisions.calendar_feed f where f.token_hash = hash
$$;
comment on function decisions.role_of_calendar(text) is 'The role behind an address at this moment; null where there is none';

revoke all on decisions.calendar_feed from public;
revoke all on function decisions.make_calendar(uuid, text), decisions.end_calendar(uuid), decisions.role_of_calendar(text) from public;
grant execute on function decisions.make_calendar(uuid, text), decisions.end_calendar(uuid), decisions.role_of_calendar(text)
  to overstory_reader;

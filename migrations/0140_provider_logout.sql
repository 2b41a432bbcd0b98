-- OpenID Connect Back-Channel Logout 1.0: the provider tells that a session there is over. The web process has looked at the
-- signature of what it was sent; here it is done once, with its entry of the trail, in one transaction.
create table access.ended_at_provider (
  issuer text not null check (length(issuer) between 1 and 500),
  token_id text not null check (length(token_id) between 1 and 255),
  provider_session text check (length(provider_session) between 1 and 255),
  kept_until timestamptz not null,
  primary key (issuer, token_id)
);
create index ended_at_provider_session on access.ended_at_provider (issuer, provider_session);
comment on table access.ended_at_provider is 'What the identity provider said is over: no message counts twice, and no session there opens one here afterwards';
comment on column access.ended_at_provider.issuer is 'The provider';
comment on column access.ended_at_provider.token_id is 'The name of its message (jti)';
comment on column access.ended_at_provider.provider_session is 'The session there that is over (sid); null: all of somebody''s';
comment on column access.ended_at_provider.kept_until is 'Longer than the message could be sent again, and than a session of ours lasts';
revoke all on access.ended_at_provider from public;

create index session_provider on access.session ((sess ->> 'providerSession')) where sess ->> 'providerSession' is not null;

create function access.end_at_provider(at_issuer text, as_subject text, at_session text, by_token text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended uuid;
begin
  if coalesce(as_subject, at_session) is null then
    raise exception 'a session or somebody has to be named' using errcode = '22004';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('overstory provider session ' || coalesce(at_session, ''), 0));
  delete from access.ended_at_provider e where e.kept_until < clock_timestamp();
  insert into access.ended_at_provider values (at_issuer, by_token, at_session, clock_timestamp() + interval '13 hours')
  on conflict do nothing;
  if not found then return false; end if;
  for ended in
    select a.account_id from access.account a
    where a.issuer = at_issuer and (as_subject is null or a.subject = as_subject)
      and (at_session is null or exists (select from access.session s
             where s.sess ->> 'providerSession' = at_session and s.sess ->> 'accountId' = a.account_id::text))
    order by a.account_id for update
  loop
    if at_session is null then
      update access.account a set password_version = a.password_version + 1 where a.account_id = ended;
    end if;
    delete from access.session s
    where s.sess ->> 'accountId' = ended::text and (at_session is null or s.sess ->> 'providerSession' = at_session);
    perform audit_trail.record('provider', null, 'session.ended', ended::text,
      json_build_object('by', 'provider', 'all', at_session is null)::jsonb);
  end loop;
  return true;
end $$;
comment on function access.end_at_provider(text, text, text, text) is
  'Ends one session of the provider here or, without one, every session of somebody there; false where this message has been taken before';

-- A sign-in that was under way, or a request that still held the session, does not bring it back.
create function access.keep_ended() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.sess ->> 'providerSession' is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('overstory provider session ' || (new.sess ->> 'providerSession'), 0));
  if exists (select from access.ended_at_provider e join access.account a on a.issuer = e.issuer
             where e.provider_session = new.sess ->> 'providerSession' and a.account_id::text = new.sess ->> 'accountId') then
    return null;
  end if;
  return new;
end $$;
comment on function access.keep_ended() is 'Keeps no session whose session at the provider is over';
create trigger keep_ended before insert on access.session for each row execute function access.keep_ended();

revoke all on function access.end_at_provider(text, text, text, text), access.keep_ended() from public;
grant execute on function access.end_at_provider(text, text, text, text) to overstory_reader;

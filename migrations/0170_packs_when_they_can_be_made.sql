-- A pack is also made when somebody asks for it, and one of an audit when that audit is countersigned: before, there is none to tell of.
create function reports.ask_for_pack(of_pack bigint, of_release text, by_whom text) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into reports.wish (release_id, format, definition, asked_by, pack_id)
  select of_release, p.format,
    -- The next millisecond: what happened in this one is told of too.
    p.definition || jsonb_build_object('recordsUntil',
      to_char(clock_timestamp() at time zone 'UTC' + interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    by_whom, p.pack_id
  from reports.pack p where p.pack_id = of_pack and p.ended_at is null
  returning wish_id
$$;
comment on function reports.ask_for_pack(bigint, text, text) is 'Notes the report of one pack of one release; null where there is no such pack';

create or replace function reports.ask_for_packs() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  pack reports.pack;
begin
  for pack in select * from reports.pack p
    where p.ended_at is null and coalesce(p.definition -> 'subject' ->> 'kind', '') <> 'audit' order by p.pack_id loop
    perform jobs.ask('make-report', reports.ask_for_pack(pack.pack_id, new.release_id, pack.made_by)::text, pack.made_by);
  end loop;
  return null;
end $$;
comment on function reports.ask_for_packs() is 'Asks for the report of each pack when a release is published, by whatever door; not of an audit, which nobody has signed by then';

create function reports.ask_for_packs_of_audit() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  pack reports.pack;
  signed record;
begin
  select a.release_id, a.scope into signed from audits.audit a join audits.record r using (audit_id) where r.record_id = new.record_id;
  for pack in select * from reports.pack p
    where p.ended_at is null and p.definition -> 'subject' ->> 'kind' = 'audit' and p.definition -> 'subject' ->> 'scope' = signed.scope
    order by p.pack_id loop
    perform jobs.ask('make-report', reports.ask_for_pack(pack.pack_id, signed.release_id, pack.made_by)::text, pack.made_by);
  end loop;
  return null;
end $$;
comment on function reports.ask_for_packs_of_audit() is 'Asks for the report of each pack about an audit when two people have signed it';
create trigger asks_for_packs after insert on audits.record_step for each row
  when (new.step = 'countersigned') execute function reports.ask_for_packs_of_audit();

revoke all on function reports.ask_for_pack(bigint, text, text), reports.ask_for_packs_of_audit() from public;
grant execute on function reports.ask_for_pack(bigint, text, text) to overstory_reader, overstory_curator;
grant select on reports.pack to overstory_curator;

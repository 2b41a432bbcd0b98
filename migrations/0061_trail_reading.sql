-- The trail as an auditor reads it: the newest first, by person, by kind, by day; with names in the place of ids.
create index entry_at on audit_trail.entry (at);
create index entry_actor on audit_trail.entry (actor, entry_no);
create index entry_action on audit_trail.entry (action, entry_no);

create view access.actor_name as
  select a.account_id::text as actor, a.email as name, 'account'::text as kind from access.account a
  union all
  select 'token:' || t.token_id::text, t.name, 'token' from access.service_token t;
comment on view access.actor_name is 'What people call those who act, for whoever reads the trail';
comment on column access.actor_name.actor is 'As the trail writes it';
comment on column access.actor_name.name is 'The e-mail address of an account, the name of a token';
comment on column access.actor_name.kind is 'account or token';
revoke all on access.actor_name from public;
grant select on access.actor_name to overstory_auditor;

-- What auditors note about an audit: a reason from a list first, short words where that is not enough. Frozen with the audit.
create table audits.note (
  note_no int generated always as identity primary key,
  audit_id uuid not null references audits.audit on delete cascade,
  finding text check (length(finding) between 1 and 600),
  kind text check (kind ~ '^[a-z][a-z-]{1,60}$'),
  words text check (length(words) between 10 and 300),
  takes_back int references audits.note on delete cascade,
  noted_by text not null check (length(noted_by) between 1 and 200),
  noted_role text not null check (length(noted_role) between 1 and 60),
  noted_at timestamptz not null default clock_timestamp(),
  unique (takes_back),
  check ((kind is null) = (takes_back is not null)),
  check (takes_back is null or (finding is null and words is null))
);
comment on table audits.note is 'Notes of auditors. A row may take an earlier one back';
comment on column audits.note.note_no is 'Its place';
comment on column audits.note.audit_id is 'The audit';
comment on column audits.note.finding is 'The key of the finding that it is about; null for the audit as a whole';
comment on column audits.note.kind is 'Key of the reason, of the list that the product comes with; null where a note is taken back';
comment on column audits.note.words is 'More words, where the list is not enough; names nobody';
comment on column audits.note.takes_back is 'The note that is taken back';
comment on column audits.note.noted_by is 'An account_id';
comment on column audits.note.noted_role is 'The role in which it was noted';
comment on column audits.note.noted_at is 'When';
create index note_of_audit on audits.note (audit_id, note_no);
create trigger added_only before update or delete on audits.note for each row execute function audits.refuse_change();
create trigger never_emptied before truncate on audits.note for each statement execute function audits.refuse_change();
create trigger frozen before insert on audits.note for each row execute function audits.guard_work();

revoke all on audits.note from public;
grant select on audits.note to overstory_reader;
grant insert (audit_id, finding, kind, words, takes_back, noted_by, noted_role) on audits.note to overstory_reader;

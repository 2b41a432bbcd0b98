-- A load is what one sender brought at one time: files that are received, checked, and then stand together or not at
-- all. Confirming gives it its place in known time; undoing it is another load, which withdraws it.
create table jobs.load (
  load_id bigint generated always as identity primary key,
  load_no int unique check (load_no > 0),
  state text not null default 'receiving'
    check (state in ('receiving', 'staged', 'confirmed', 'withdrawn', 'discarded', 'failed')),
  source text not null check (length(source) between 1 and 100),
  created_by text not null check (length(created_by) between 1 and 200),
  created_at timestamptz not null default clock_timestamp(),
  known_at timestamptz,
  withdraws bigint references jobs.load,
  repeats bigint references jobs.load,
  sample boolean not null default false,
  check ((load_no is null) = (known_at is null)),
  check ((load_no is not null) = (state in ('confirmed', 'withdrawn')))
);
comment on table jobs.load is 'What one sender brought at one time';
comment on column jobs.load.load_id is 'Names the load before it has a place in known time';
comment on column jobs.load.load_no is 'Its place in known time, given when it is confirmed; rises with known_at';
comment on column jobs.load.state is 'receiving: files may still be added; staged: checked, waits for confirmation; confirmed: stands; withdrawn: a later load undid it; discarded: never stood; failed: a fault ended it';
comment on column jobs.load.source is 'The sender, as the loader names it; differences are shown against the same sender''s loads only';
comment on column jobs.load.created_by is 'An account_id, or operator';
comment on column jobs.load.created_at is 'When receiving began';
comment on column jobs.load.known_at is 'The moment from which its rows are known';
comment on column jobs.load.withdraws is 'The load that this one undoes; earlier known times keep what it said';
comment on column jobs.load.repeats is 'The load of the same source whose files it repeats to the byte, at a moment when they changed nothing: its rows speak for both';
comment on column jobs.load.sample is 'Whether its rows are invented';
create unique index load_withdrawn_once on jobs.load (withdraws) where load_no is not null;

create table jobs.load_file (
  load_id bigint not null references jobs.load,
  part int not null check (part > 0),
  file text not null,
  state text not null default 'receiving' check (state in ('receiving', 'received', 'checked', 'refused')),
  accepted bigint not null default 0,
  rejected bigint not null default 0,
  waiting bigint not null default 0,
  added bigint not null default 0,
  changed bigint not null default 0,
  unchanged bigint not null default 0,
  fingerprint bytea,
  remarks jsonb not null default '[]',
  primary key (load_id, part)
);
comment on table jobs.load_file is 'The files of a load: how many rows were taken, and what they change';
comment on column jobs.load_file.load_id is 'The load it belongs to';
comment on column jobs.load_file.part is 'Counts the files of one load; two of them may be of one kind';
comment on column jobs.load_file.file is 'The file of the data dictionary as which it was recognised, never the name under which it came';
comment on column jobs.load_file.state is 'refused: nothing of the file can be taken, remarks say why';
comment on column jobs.load_file.accepted is 'Rows that broke no rule';
comment on column jobs.load_file.rejected is 'Rows that broke one';
comment on column jobs.load_file.waiting is 'Accepted rows that name an unknown person, track or relationship';
comment on column jobs.load_file.added is 'Accepted rows new to this source';
comment on column jobs.load_file.changed is 'Accepted rows that change what this source said';
comment on column jobs.load_file.unchanged is 'Accepted rows that this source has already said';
comment on column jobs.load_file.fingerprint is 'Keyed hash of the rows as received: what a release names as its input';
comment on column jobs.load_file.remarks is 'What was not read and why: codes, and names of columns';

create table jobs.load_error (
  load_id bigint not null references jobs.load,
  part int not null,
  line int not null,
  column_name text,
  rule text not null,
  message text not null,
  foreign key (load_id, part) references jobs.load_file (load_id, part)
);
create index load_error_of_file on jobs.load_error (load_id, part, line);
comment on table jobs.load_error is 'Why rows were rejected: by line, column and rule, never by content';
comment on column jobs.load_error.load_id is 'The load';
comment on column jobs.load_error.part is 'Which of its files';
comment on column jobs.load_error.line is 'Line of the file on which the row begins; the first is 1';
comment on column jobs.load_error.column_name is 'The column of the data dictionary; null where the rule is about the whole row';
comment on column jobs.load_error.rule is 'The rule''s short name';
comment on column jobs.load_error.message is 'The rule in words';

revoke all on jobs.load, jobs.load_file, jobs.load_error from public;
grant select on jobs.load, jobs.load_file, jobs.load_error to overstory_reader, overstory_curator;
grant select, insert, update on jobs.load, jobs.load_file to overstory_ingest;
grant select, insert on jobs.load_error to overstory_ingest;

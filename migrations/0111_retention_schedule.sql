-- Retention runs by itself on the first of each month, after everybody concerned could see what it will delete. Amounts are
-- words: none, fewer than 10, about 120. Rows of few people could be told apart by an exact count.
create table governance.retention_run (
  run_no bigint generated always as identity primary key,
  ran_at timestamptz not null default clock_timestamp(),
  by_whom text not null check (length(by_whom) between 1 and 200),
  policy text not null check (length(policy) between 1 and 60)
);
comment on table governance.retention_run is 'When data older than the policy says were deleted';
comment on column governance.retention_run.run_no is '1, 2, 3 …';
comment on column governance.retention_run.ran_at is 'When it was done';
comment on column governance.retention_run.by_whom is 'worker by itself, operator, or the account that did it by hand';
comment on column governance.retention_run.policy is 'The policy that said how long';

create table governance.retention_outlook (
  only_one boolean primary key default true check (only_one),
  due_on date not null,
  counted_on date not null,
  policy text not null check (length(policy) between 1 and 60),
  classes jsonb not null check (jsonb_typeof(classes) = 'array')
);
comment on table governance.retention_outlook is 'What the next run will delete, as it looks now';
comment on column governance.retention_outlook.only_one is 'There is one row';
comment on column governance.retention_outlook.due_on is 'The day of the next run';
comment on column governance.retention_outlook.counted_on is 'The day on which this was counted';
comment on column governance.retention_outlook.policy is 'The policy that will be in force then, as far as it is known';
comment on column governance.retention_outlook.classes is 'By class of files the day before which rows go, and about how many, in words';

revoke all on governance.retention_run, governance.retention_outlook from public;
grant select, insert on governance.retention_run to overstory_curator;
grant select, insert, update on governance.retention_outlook to overstory_curator;
grant select on governance.retention_run, governance.retention_outlook to overstory_reader;

-- Which deletions a release already knew of: what a restatement says of them hangs on no clock.
alter table release.release add column removal_no int not null default 0 check (removal_no >= 0);
comment on column release.release.removal_no is 'The last deletion for good that had been carried out when it was built; 0: none';

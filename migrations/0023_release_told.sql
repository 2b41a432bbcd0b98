-- What each release told about which groups, so that the next one can measure what all of them together tell about a
-- person. Groups and noise only; who was in a group is read again from the microdata, as known then.
alter table release.release add column load_no int not null default 0 check (load_no >= 0);
alter table release.release add column told jsonb not null default '[]' check (jsonb_typeof(told) = 'array');
comment on column release.release.load_no is 'The last load that was known';
comment on column release.release.told is 'The draws by subject and group, with their noise; the curator''s alone';

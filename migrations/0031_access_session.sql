-- Sessions are kept by connect-pg-simple, which names these three columns. The cookie's value is stored as
-- its SHA-256 only: whoever reads this table cannot take over a session.
create table access.session (
  sid text primary key check (length(sid) = 64),
  sess json not null,
  expire timestamptz not null
);
create index session_expire on access.session (expire);
comment on table access.session is 'Who is signed in, until when';
comment on column access.session.sid is 'SHA-256 of the session''s identifier';
comment on column access.session.sess is 'The account, the moment of sign-in, and the cookie''s settings';
comment on column access.session.expire is 'When the session ends if nobody uses it';

revoke all on access.session from public;
grant select, insert, update, delete on access.session to overstory_reader;

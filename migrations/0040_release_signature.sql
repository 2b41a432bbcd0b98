-- Which key signed a release, so that a page can show its fingerprint without reading the file.
alter table release.release add column signed_by text check (signed_by ~ '^sha256:[0-9a-f]{64}$');
comment on column release.release.signed_by is 'Fingerprint of the key that signed the file; null where it was frozen before files were signed';

create or replace view release.published_release as
  select r.release_id, r.period, r.starts_on, r.as_of, r.known_at, r.supersedes, r.noise_level, r.sample, r.header, r.policy,
         r.dimensions, r.certificate, r.hash, r.document, r.built_at, r.published_at,
         not exists (select from release.release later where later.supersedes = r.release_id and later.status = 'published') as current,
         r.signed_by
  from release.release r
  where r.status = 'published';

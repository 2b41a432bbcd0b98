-- A build can be cancelled: before it began, or while it computes. Nothing else can: loads and publications take moments.
alter table jobs.progress drop constraint progress_state_check;
alter table jobs.progress add constraint progress_state_check
  check (state in ('waiting', 'running', 'done', 'refused', 'failed', 'cancelled'));
alter table jobs.progress add column cancelled_by text check (length(cancelled_by) between 1 and 200);
comment on column jobs.progress.cancelled_by is 'account_id of who asked for it to be cancelled; where it is running, the worker ends it';

create function jobs.cancel(work bigint, by_whom text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update jobs.progress
  set cancelled_by = by_whom,
      state = case when state = 'waiting' then 'cancelled' else state end,
      ended_at = case when state = 'waiting' then clock_timestamp() end,
      message = case when state = 'waiting' then 'It was cancelled before it began.' else message end
  where progress_id = work and kind = 'build-release' and state in ('waiting', 'running') and cancelled_by is null;
  return found;
end $$;
comment on function jobs.cancel(bigint, text) is 'Takes a build that waits out of the queue, or asks the worker to end it; false where there is no such build';
revoke all on function jobs.cancel(bigint, text) from public;
grant execute on function jobs.cancel(bigint, text) to overstory_reader;

-- The one way to add a job, for both runtime roles, inside the caller's transaction: the job exists if and only
-- if the change it belongs to is committed.
create or replace function public.enqueue(
  task text,
  payload json default '{}',
  run_at timestamptz default null,
  job_key text default null
) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  job_id bigint;
begin
  -- session_user is the login, which a function that runs as its owner cannot disguise.
  if session_user = 'landfall_portal' and task not in ('send-mail') then
    raise exception 'a client may not enqueue "%"', task using errcode = 'insufficient_privilege';
  end if;
  -- 12 attempts with the library's back-off are about 16 hours (SECURITY.md 3.3.5).
  select (graphile_worker.add_job(
    identifier => enqueue.task,
    payload => enqueue.payload,
    run_at => enqueue.run_at,
    job_key => enqueue.job_key,
    max_attempts => 12
  )).id into strict job_id;
  return job_id;
end;
$$;

revoke all on function public.enqueue(text, json, timestamptz, text) from public;
grant execute on function public.enqueue(text, json, timestamptz, text) to landfall_app, landfall_portal;

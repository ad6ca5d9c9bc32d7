-- Applied after graphile-worker's own migrations, at every migrate: each statement may run again.
-- Its tables have row-level security without a policy, so landfall_app, which does not own them, would see no
-- job and say nothing about it (SECURITY.md 3.3.2).
grant usage on schema graphile_worker to landfall_app;
grant select, insert, update, delete on all tables in schema graphile_worker to landfall_app;
grant usage, select on all sequences in schema graphile_worker to landfall_app;
grant execute on all functions in schema graphile_worker to landfall_app;
revoke all on schema graphile_worker from public, landfall_portal;

do $$
declare
  queue_table text;
begin
  foreach queue_table in array array['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs']
  loop
    if not exists (
      select from pg_policies
      where schemaname = 'graphile_worker' and tablename = queue_table and policyname = 'landfall_app_all'
    ) then
      execute format(
        'create policy landfall_app_all on graphile_worker.%I to landfall_app using (true) with check (true)',
        queue_table
      );
    end if;
  end loop;
end
$$;

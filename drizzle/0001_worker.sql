-- One row per worker process: health reports "degraded" when the newest is two minutes old (SECURITY.md 6.7).
create table worker_heartbeat (
  slot integer primary key check (slot between 1 and 1000),
  seen_at timestamptz not null
);

grant select, insert, update, delete on worker_heartbeat to landfall_app;

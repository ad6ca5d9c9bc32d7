-- Something beside the app itself does not work: the worker is silent, a reminder is late. One open row of each kind,
-- whichever web process noticed it, and so one mail to each administrator for each incident.
create table incident (
  id uuid primary key,
  kind text not null check (kind in ('worker_silent', 'reminder_late')),
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index incident_open on incident (kind) where closed_at is null;

alter table incident enable row level security;
grant select, insert, update on incident to landfall_app;
create policy incident_app on incident for all to landfall_app using (true) with check (true);

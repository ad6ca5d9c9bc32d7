-- The firm's own usual days from asking for a document to having it, by kind and, where it matters, by country. Without
-- a line the shipped days of the document rules hold. Appended to: a line with no days goes back to the shipped ones.
create table lead_time (
  id uuid primary key,
  kind text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  days integer check (days between 0 and 365),
  effective_from date not null,
  -- Where the figure comes from.
  note text not null check (note <> ''),
  entered_by uuid not null references app_user (id),
  entered_at timestamptz not null default now()
);
create index lead_time_kind on lead_time (kind, effective_from desc);

-- The firm's own: the portal has no right on it.
grant select, insert on lead_time to landfall_app;
alter table lead_time enable row level security;
create policy lead_time_app on lead_time for all to landfall_app using (true) with check (true);

-- Who has a document in front of them. One row a line of the checklist, taken by compare-and-set: two reviewers of one
-- document would undo each other's work. A hold lapses by itself when its holder shows no sign of life.
create table review_hold (
  requirement_id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  held_by uuid not null references app_user (id),
  taken_at timestamptz not null,
  active_at timestamptz not null,
  constraint review_hold_line_fk foreign key (requirement_id, case_id, client_id)
    references requirement (id, case_id, client_id) on delete cascade
);
create index review_hold_holder on review_hold (held_by);

-- A document says something else than the facts of the case: what it says, who saw it, and how it was settled. A
-- correction of the fact itself (fact_change) settles it too.
create table document_flag (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  requirement_id uuid not null,
  version_id uuid not null references document_version (id) on delete cascade,
  fact_kind text not null check (fact_kind in ('person', 'job', 'language_test', 'credential')),
  fact_id uuid not null,
  field text not null,
  -- Columns of the fact that the field shows, as fact_change names them.
  columns text[] not null,
  label text not null check (label <> ''),
  fact_says text not null,
  document_says text not null check (document_says <> ''),
  flagged_by uuid not null references app_user (id),
  flagged_at timestamptz not null default now(),
  resolved_by uuid references app_user (id),
  resolved_at timestamptz,
  reason text,
  constraint document_flag_line_fk foreign key (requirement_id, case_id, client_id)
    references requirement (id, case_id, client_id) on delete cascade,
  constraint document_flag_settled check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null or reason <> ''))
);
create index document_flag_line on document_flag (requirement_id);
create index document_flag_case on document_flag (case_id, flagged_at desc);
create unique index document_flag_open on document_flag (version_id, fact_id, field) where resolved_at is null;

-- Both are the firm's own: no client reads them. The client's policies stand all the same.
grant select, insert, update, delete on review_hold to landfall_app;
grant select, insert, update on document_flag to landfall_app;
alter table review_hold enable row level security;
create policy review_hold_app on review_hold for all to landfall_app using (true) with check (true);
create policy review_hold_client on review_hold for all to landfall_portal
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
alter table document_flag enable row level security;
create policy document_flag_app on document_flag for all to landfall_app using (true) with check (true);
create policy document_flag_client on document_flag for all to landfall_portal
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (client_id = nullif(current_setting('app.client_id', true), '')::uuid);

-- A file that the firm put together from pages of others: which version, which pages. The others stay as they were sent.
alter table upload add column made_from jsonb;
alter table document_version
  add column made_from jsonb,
  -- The facts that the reviewer found on it, as they read then.
  add column facts_met jsonb;

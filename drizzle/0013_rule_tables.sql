-- Tables of the rules that an administrator entered, each version dated and sourced: they stand beside the shipped
-- ones of lib/express-entry/data. A draft belongs to nobody but the administrators; an active one is a public fact.
create table rule_table (
  id uuid primary key,
  kind text not null check (kind in ('crs', 'grid', 'thresholds', 'categories', 'funds', 'fees')),
  key text not null check (key <> ''),
  effective_from date,
  source text not null default '',
  note text,
  body jsonb not null,
  status text not null default 'draft' check (status in ('draft', 'active', 'retired')),
  created_by uuid not null references app_user (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  activated_by uuid references app_user (id),
  activated_at timestamptz,
  retired_by uuid references app_user (id),
  retired_at timestamptz,
  version integer not null default 1,
  -- Nothing comes into force without its day and where it is written.
  constraint rule_table_dated check (status = 'draft' or (effective_from is not null and source <> '' and activated_at is not null))
);
-- One version in force under a key; what it replaced stays, retired.
create unique index rule_table_active on rule_table (kind, key) where status = 'active';
create index rule_table_kind on rule_table (kind, status, effective_from);

-- A pass over many files: a comparison of a draft with what is in force, or a re-scoring. Worked off in batches by a
-- job, each batch and the cursor in one transaction, so that a run that was cut off goes on where it was.
create table rule_run (
  id uuid primary key,
  kind text not null check (kind in ('comparison', 'rescore')),
  -- rule: a table came into force or left it; day: what time alone changes.
  reason text not null check (reason in ('rule', 'day')),
  rule_table_id uuid references rule_table (id) on delete cascade,
  -- Version of the draft that was compared: a later change makes the comparison stale.
  table_version integer,
  -- The day the figures are for.
  on_date date not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done')),
  cursor_case_id uuid,
  total integer not null default 0,
  done integer not null default 0,
  gains integer not null default 0,
  losses integer not null default 0,
  now_invited integer not null default 0,
  no_longer_invited integer not null default 0,
  requested_by uuid references app_user (id),
  requested_at timestamptz not null,
  finished_at timestamptz
);
create index rule_run_table on rule_run (rule_table_id, requested_at desc);
create unique index rule_run_day on rule_run (on_date) where kind = 'rescore' and reason = 'day';

create table rule_comparison_line (
  run_id uuid not null references rule_run (id) on delete cascade,
  case_id uuid not null,
  client_id uuid not null,
  old_total integer not null,
  new_total integer not null,
  difference integer not null,
  -- Dollars in cents of a funds or fee table, for this family; null for the tables that points come from.
  old_cents integer,
  new_cents integer,
  gained jsonb not null default '[]',
  lost jsonb not null default '[]',
  -- Latest round by program: what the client would have been invited in under one set of tables and not the other.
  now_reached jsonb not null default '[]',
  no_longer_reached jsonb not null default '[]',
  primary key (run_id, case_id),
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade
);
create index rule_comparison_line_order on rule_comparison_line (run_id, difference, case_id);

-- Every change of a file's derived score, and why it changed. Append-only.
create table case_score (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  at timestamptz not null,
  scored_on date not null,
  total integer,
  previous integer,
  ruleset_id text not null,
  superseded boolean not null default false,
  reason text not null check (reason in ('fact', 'age', 'experience', 'expiry', 'rule', 'time')),
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade
);
create index case_score_case on case_score (case_id, at desc);

grant select, insert, update, delete on rule_table, rule_run, rule_comparison_line to landfall_app;
grant select, insert on case_score to landfall_app;

alter table rule_table enable row level security;
create policy rule_table_app on rule_table for all to landfall_app using (true) with check (true);
-- Whatever is computed for a client in the portal is computed by the same tables.
create policy rule_table_portal on rule_table for select to landfall_portal using (status = 'active');
grant select (id, kind, key, effective_from, source, body, status, activated_at) on rule_table to landfall_portal;

alter table rule_run enable row level security;
create policy rule_run_app on rule_run for all to landfall_app using (true) with check (true);

-- No right of the portal on these two: the firm's working figures. The policies stand in case one is ever given.
alter table rule_comparison_line enable row level security;
create policy rule_comparison_line_app on rule_comparison_line for all to landfall_app using (true) with check (true);
create policy rule_comparison_line_portal on rule_comparison_line for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());
alter table case_score enable row level security;
create policy case_score_app on case_score for all to landfall_app using (true) with check (true);
create policy case_score_portal on case_score for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

-- Scenarios of the what-if screen: changes that a consultant kept to compare. The firm's own; no client reads them.
create table "scenario" (
  "id" uuid primary key not null,
  "case_id" uuid not null,
  "client_id" uuid not null,
  "name" text not null,
  "changes" jsonb not null,
  "created_by" uuid not null,
  "created_at" timestamp with time zone not null default now(),
  "updated_at" timestamp with time zone not null default now(),
  "version" integer not null default 1,
  constraint "scenario_case_id_client_id_case_file_id_client_id_fk"
    foreign key ("case_id", "client_id") references "case_file" ("id", "client_id"),
  constraint "scenario_changes_list" check (jsonb_typeof(changes) = 'array')
);
create index "scenario_case" on "scenario" ("case_id", "created_at");

grant select, insert, update, delete on scenario to landfall_app;
alter table scenario enable row level security;
create policy scenario_app on scenario for all to landfall_app using (true) with check (true);

-- What each fact said before and after, field by field: who changed it and when. The audit log names the change and
-- never its contents; this is where they are kept, for the firm's own people. It is closed to the portal, and nobody
-- changes a line at run time. A person or a fact may be gone while its lines stay, so they are named without a key.
create table "fact_change" (
  "id" uuid primary key not null,
  "case_id" uuid not null,
  "client_id" uuid not null,
  -- null: a fact of the family as a whole.
  "person_id" uuid,
  "fact_kind" text not null,
  "fact_id" uuid not null,
  "verb" text not null,
  "field" text not null,
  "before" jsonb,
  "after" jsonb,
  -- null: the product itself, which took the facts over from somewhere.
  "changed_by" uuid references "app_user" ("id"),
  "changed_at" timestamp with time zone not null,
  -- The version of the case's facts that the change made.
  "facts_version" integer not null,
  constraint "fact_change_case_id_client_id_case_file_id_client_id_fk"
    foreign key ("case_id", "client_id") references "case_file" ("id", "client_id"),
  constraint "fact_change_kind" check (fact_kind in ('person', 'address', 'job', 'language_test', 'credential', 'family')),
  constraint "fact_change_verb" check (verb in ('added', 'changed', 'removed'))
);
create index "fact_change_case" on "fact_change" ("case_id", "changed_at");
create index "fact_change_fact" on "fact_change" ("fact_id", "changed_at");

grant select, insert on fact_change to landfall_app;
alter table fact_change enable row level security;
create policy fact_change_app on fact_change for all to landfall_app using (true) with check (true);

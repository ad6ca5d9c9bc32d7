-- What was decided about an invitation, by whom, why, and the figures it rested on. Appended to, never changed: who
-- accepts and declines later has decided twice. The firm's own; no client reads it.
create table invitation_decision (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  invitation_id uuid not null references invitation (id),
  decision text not null check (decision in ('accept', 'decline')),
  reason text not null check (reason <> ''),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  decided_by uuid not null references app_user (id),
  decided_at timestamptz not null default now(),
  constraint invitation_decision_case_fk foreign key (case_id, client_id) references case_file (id, client_id)
);
create index invitation_decision_case on invitation_decision (case_id, decided_at desc);

grant select, insert on invitation_decision to landfall_app;
alter table invitation_decision enable row level security;
create policy invitation_decision_app on invitation_decision for all to landfall_app using (true) with check (true);
-- The portal has no right on it. The client's policy stands all the same, for a grant made by mistake.
create policy invitation_decision_client on invitation_decision for all to landfall_portal
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (client_id = nullif(current_setting('app.client_id', true), '')::uuid);

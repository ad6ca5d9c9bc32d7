-- What the firm owes a client when the work is completed or the retainer ends (Code s. 36), each with its clock.
create table closing_duty (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in
    ('return_originals', 'account_for_funds', 'final_invoice', 'refund', 'tell_government', 'transfer_file', 'keep_records')),
  -- The day the work was completed or the retainer ended; of a transfer, the day it was asked for.
  from_on date not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'not_needed', 'left')),
  settled_on date,
  note text,
  document_id uuid references document (id),
  settled_by uuid references app_user (id),
  created_at timestamptz not null,
  version integer not null default 1,
  constraint closing_duty_once unique (case_id, kind),
  constraint closing_duty_case_fk foreign key (case_id, client_id) references case_file (id, client_id),
  constraint closing_duty_settled check ((state = 'open') = (settled_on is null)),
  -- What is not done needs a word why.
  constraint closing_duty_reason check (state not in ('not_needed', 'left') or note is not null)
);

alter table closing_duty enable row level security;
grant select, insert, update on closing_duty to landfall_app;
create policy closing_duty_app on closing_duty for all to landfall_app using (true) with check (true);
create policy closing_duty_client on closing_duty for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

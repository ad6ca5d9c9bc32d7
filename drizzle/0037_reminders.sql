-- What hangs on a clock names its case too; 0039 says the same for tasks.
create unique index if not exists deadline_with_case on deadline (id, case_id, client_id);

-- Reminders (SECURITY.md 6.3). One row for each rung of a clock's ladder, written with the clock: exactly one for each
-- (deadline, version, rung). 2 million of them are settled and looked at by nobody; all that is asked for is waiting.
create table reminder (
  id uuid primary key,
  deadline_id uuid not null,
  case_id uuid not null,
  client_id uuid not null,
  deadline_version integer not null,
  -- Days before the date; 0: the day itself, -1: it has passed.
  rung integer not null check (rung >= -1),
  -- Sent only where little slack is left when its time comes.
  only_if_tight boolean not null default false,
  -- The date that it reminds of.
  due_on date not null,
  remind_at timestamptz not null,
  -- joined: a tighter one that was due too said it. spared: there was slack enough. void: the clock moved or ended.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'joined', 'spared', 'void')),
  settled_at timestamptz,
  created_at timestamptz not null default now(),
  constraint reminder_deadline_fk foreign key (deadline_id, case_id, client_id)
    references deadline (id, case_id, client_id) on delete cascade,
  constraint reminder_settled check ((state = 'waiting') = (settled_at is null))
);
create unique index reminder_once on reminder (deadline_id, deadline_version, rung);
create index reminder_waiting on reminder (remind_at) where state = 'waiting';

-- Which version of the clock its ladder is of. Clocks of before this migration have none yet: the worker writes them.
alter table deadline add column ladder_version integer not null default 0;
create index deadline_without_ladder on deadline (id) where ladder_version <> version;

-- What the app itself tells somebody, once for each thing there is to tell.
create table notice (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  kind text not null check (kind in ('reminder', 'missed', 'escalation')),
  key text not null,
  deadline_id uuid not null,
  case_id uuid not null,
  client_id uuid not null,
  due_on date not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notice_deadline_fk foreign key (deadline_id, case_id, client_id)
    references deadline (id, case_id, client_id) on delete cascade
);
create unique index notice_once on notice (user_id, key);
create index notice_newest on notice (user_id, created_at desc, id desc);
create index notice_unread on notice (user_id) where read_at is null;
create index notice_deadline on notice (deadline_id);

-- A date in danger. It is told to the managers every day until somebody has acted or decided.
create table escalation (
  id uuid primary key,
  deadline_id uuid not null,
  case_id uuid not null,
  client_id uuid not null,
  cause text not null check (cause in ('last_days', 'missed')),
  due_on date not null,
  raised_at timestamptz not null,
  next_tell_at timestamptz not null,
  told integer not null default 0,
  -- superseded: the date has passed since, and a worse one stands in its place.
  state text not null default 'open' check (state in ('open', 'acted', 'decided', 'superseded')),
  settled_at timestamptz,
  decided_by uuid references app_user (id),
  decision text,
  constraint escalation_deadline_fk foreign key (deadline_id, case_id, client_id)
    references deadline (id, case_id, client_id) on delete cascade,
  constraint escalation_settled check ((state = 'open') = (settled_at is null)),
  constraint escalation_decided check ((state = 'decided') = (decided_by is not null and coalesce(decision, '') <> ''))
);
create unique index escalation_once on escalation (deadline_id, due_on, cause);
create index escalation_open on escalation (next_tell_at) where state = 'open';

alter table reminder enable row level security;
grant select, insert, update on reminder to landfall_app;
create policy reminder_app on reminder for all to landfall_app using (true) with check (true);
create policy reminder_client on reminder for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

alter table escalation enable row level security;
grant select, insert, update on escalation to landfall_app;
create policy escalation_app on escalation for all to landfall_app using (true) with check (true);
create policy escalation_client on escalation for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

-- A client reads what they themselves were told; what staff were told about the same case is not theirs.
alter table notice enable row level security;
grant select, insert, update on notice to landfall_app;
create policy notice_app on notice for all to landfall_app using (true) with check (true);
create policy notice_client on notice for all to landfall_portal
  using (client_id = current_client_id() and user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  with check (client_id = current_client_id() and user_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select (id, user_id, kind, deadline_id, case_id, client_id, due_on, created_at, read_at) on notice to landfall_portal;

-- One mail for one thing to tell: a repeat has the same Message-ID, and is the same row.
create unique index mail_message_id on mail (message_id);
create index mail_queued on mail (created_at) where state = 'queued';

-- What somebody has to do on a file: by hand, or because something in the background found it needed. It hangs on the
-- case, on one item of its checklist or on one of its clocks. A task that repeats makes its next one when it is done.
create unique index if not exists deadline_with_case on deadline (id, case_id, client_id);

create table task (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  requirement_id uuid,
  deadline_id uuid,
  title text not null check (title <> ''),
  note text,
  assignee_id uuid not null references app_user (id),
  -- A calendar date in the firm's zone.
  due_on date,
  repeat text not null default 'none' check (repeat in ('none', 'daily', 'weekly', 'monthly')),
  -- The first date of the series: a month without its day falls on the month's last, and the next goes back to it.
  repeat_from date,
  repeat_until date,
  -- The task of the series that made this one.
  previous_id uuid unique references task (id),
  origin text not null check (origin ~ '^[a-z_]+$'),
  -- What made it, once: a writer in the background that comes again finds it there.
  origin_key text,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  settled_at timestamptz,
  settled_by uuid references app_user (id),
  settled_reason text,
  -- null: the product itself.
  created_by uuid references app_user (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade,
  constraint task_item_fk foreign key (requirement_id, case_id, client_id)
    references requirement (id, case_id, client_id) on delete cascade,
  constraint task_deadline_fk foreign key (deadline_id, case_id, client_id)
    references deadline (id, case_id, client_id) on delete cascade,
  constraint task_repeats_from_a_date check ((repeat = 'none') = (repeat_from is null) and (repeat = 'none' or due_on is not null)),
  constraint task_repeat_end check (repeat_until is null or repeat <> 'none'),
  constraint task_settled check ((state = 'open') = (settled_at is null)),
  constraint task_dropped_for_a_reason check (state <> 'dropped' or settled_reason <> '')
);
create unique index task_origin_key on task (origin_key) where origin_key is not null;
create index task_of_assignee on task (assignee_id, due_on) where state = 'open';
create index task_case on task (case_id, state, due_on);
create index task_item on task (requirement_id) where requirement_id is not null and state = 'open';
create index task_deadline on task (deadline_id) where deadline_id is not null and state = 'open';
create index task_settled_by on task (settled_by, settled_at desc) where state <> 'open';

alter table task enable row level security;
grant select, insert, update, delete on task to landfall_app;
create policy task_app on task for all to landfall_app using (true) with check (true);
-- No right of the portal: the firm's own. The policy stands in case one is ever given.
create policy task_portal on task for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

-- A thing of somebody's queue that they put off until a day, with the reason. It comes back on that day, when it is
-- taken back, or as soon as its mark is another: whatever was put off is then no longer how it stands.
create table task_snooze (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  user_id uuid not null references app_user (id),
  -- Which thing: its kind and the id of its row, as the queue names it.
  queue_key text not null,
  -- How it stood.
  mark text not null,
  until_on date not null,
  reason text not null check (reason <> ''),
  created_at timestamptz not null,
  ended_at timestamptz,
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade
);
create unique index task_snooze_one on task_snooze (user_id, queue_key) where ended_at is null;
create index task_snooze_case on task_snooze (case_id);

alter table task_snooze enable row level security;
grant select, insert, update on task_snooze to landfall_app;
create policy task_snooze_app on task_snooze for all to landfall_app using (true) with check (true);
create policy task_snooze_portal on task_snooze for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

-- The day on which the client applied to whoever issues the document: from then on it lies with them.
alter table requirement add column applied_on date;
grant update (applied_on) on requirement to landfall_portal;

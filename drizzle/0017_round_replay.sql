-- When a profile left the pool by its owner's wish: a round of an earlier day is judged without that knowledge.
alter table express_entry_profile add column withdrawn_at timestamptz;
update express_entry_profile as profile
set withdrawn_at = coalesce(
  (select max(event.at) from audit_event as event
   where event.event = 'profile.withdrawn' and event.object_id = profile.id::text),
  profile.recorded_at)
where profile.status = 'withdrawn';
alter table express_entry_profile add constraint express_entry_profile_withdrawn
  check (status <> 'withdrawn' or withdrawn_at is not null);
-- A replay goes through the cases in the order of their ids.
create index profile_replayed on express_entry_profile (case_id, submitted_at desc);

-- A round against every client, as of its instant: what was asked, how far the job is, when it was done. The round's
-- figures are copied: a correction of the round makes a new replay, and this one stays what it was.
create table round_replay (
  id uuid primary key,
  round_id text not null references round (id),
  round_version integer not null,
  reason text not null check (reason in ('recorded', 'imported', 'corrected', 'asked')),
  on_date date not null,
  at timestamptz not null,
  program text not null,
  lowest_crs integer not null,
  tie_break_at timestamptz,
  state text not null default 'waiting' check (state in ('waiting', 'judging', 'advising', 'done')),
  cursor_case_id uuid,
  total integer not null default 0,
  done integer not null default 0,
  requested_by uuid references app_user (id),
  requested_at timestamptz not null,
  judged_at timestamptz,
  finished_at timestamptz,
  -- Consultants and clients were told of this round because of this replay.
  told_at timestamptz
);
create index round_replay_round on round_replay (round_id, requested_at desc);

-- One client of a replay: the verdict of the rules with what it was made of. Never changed but for the advice.
create table round_replay_line (
  replay_id uuid not null references round_replay (id) on delete cascade,
  case_id uuid not null,
  client_id uuid not null,
  profile_id uuid not null references express_entry_profile (id),
  outcome text not null check (outcome in ('reached', 'near_miss', 'below', 'not_eligible')),
  reason text not null,
  score integer,
  recorded_score integer not null,
  ruleset_id text,
  superseded boolean not null default false,
  margin integer,
  seconds_late integer,
  weeks_short integer,
  invitation_class text,
  failing jsonb,
  doubt jsonb,
  submitted_at timestamptz not null,
  expires_at timestamptz not null,
  -- The facts are those known at this instant.
  known_at timestamptz not null,
  -- What would have been enough, in words; null until the job has come to it.
  enough text,
  primary key (replay_id, case_id),
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade
);
create index round_replay_line_list on round_replay_line (replay_id, outcome, margin desc, submitted_at);
create index round_replay_line_case on round_replay_line (case_id);

-- Somebody has looked in the account: the round did not invite this client, whatever the rules say.
create table round_no_invitation (
  round_id text not null references round (id),
  case_id uuid not null,
  client_id uuid not null,
  reason text not null check (reason <> ''),
  noted_by uuid not null references app_user (id),
  noted_at timestamptz not null,
  primary key (round_id, case_id),
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade
);

grant select, insert, update on round_replay to landfall_app;
grant select, insert, update on round_replay_line to landfall_app;
grant select, insert on round_no_invitation to landfall_app;

alter table round_replay enable row level security;
create policy round_replay_app on round_replay for all to landfall_app using (true) with check (true);
-- No right of the portal on these: the firm's working figures. The policies stand in case one is ever given.
alter table round_replay_line enable row level security;
create policy round_replay_line_app on round_replay_line for all to landfall_app using (true) with check (true);
create policy round_replay_line_portal on round_replay_line for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());
alter table round_no_invitation enable row level security;
create policy round_no_invitation_app on round_no_invitation for all to landfall_app using (true) with check (true);
create policy round_no_invitation_portal on round_no_invitation for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

-- A person's own calendar feed: whoever has its address reads that person's deadlines, as far as their rights go on the
-- day. Only the hash of the secret in the address is kept.
create table calendar_feed (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  token_hash bytea not null unique,
  -- own: what the person has in hand; all: every case they see.
  scope text not null default 'own' check (scope in ('own', 'all')),
  -- Whether clients are named; without, a title carries the number of the file.
  with_names boolean not null default false,
  created_at timestamptz not null,
  revoked_at timestamptz,
  -- Written once an hour at most.
  last_fetched_at timestamptz
);
create unique index calendar_feed_live on calendar_feed (user_id) where revoked_at is null;

alter table calendar_feed enable row level security;
grant select, insert, update on calendar_feed to landfall_app;
create policy calendar_feed_app on calendar_feed for all to landfall_app using (true) with check (true);
-- A client makes and revokes their own; the hash of a secret nobody reads there.
create policy calendar_feed_portal on calendar_feed for all to landfall_portal
  using (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  with check (user_id = nullif(current_setting('app.user_id', true), '')::uuid and scope = 'own');
grant select (id, user_id, scope, with_names, created_at, revoked_at, last_fetched_at) on calendar_feed to landfall_portal;
grant insert on calendar_feed to landfall_portal;
grant update (revoked_at) on calendar_feed to landfall_portal;

-- When a clock last changed, for the calendars that follow it.
alter table deadline add column changed_at timestamptz not null default now();
create function deadline_was_changed() returns trigger language plpgsql as $$
begin
  new.changed_at := now();
  return new;
end
$$;
create trigger deadline_changed before update on deadline
  for each row when (old.version is distinct from new.version) execute function deadline_was_changed();
create index deadline_due on deadline (due_on, id);
create index deadline_closed on deadline (closed_at) where closed_at is not null;

-- A case that went from one colleague to another, with what the one before says of it.
create table case_handover (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  from_user_id uuid not null references app_user (id),
  to_user_id uuid not null references app_user (id),
  note text,
  handed_by uuid references app_user (id),
  handed_at timestamptz not null,
  -- When the new owner said that they have read it.
  read_at timestamptz,
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade
);
create index case_handover_case on case_handover (case_id, handed_at desc);
create index case_handover_unread on case_handover (to_user_id, handed_at desc) where read_at is null;

alter table case_handover enable row level security;
grant select, insert, update on case_handover to landfall_app;
create policy case_handover_app on case_handover for all to landfall_app using (true) with check (true);
-- No right of the portal: the firm's own. The policy stands in case one is ever given.
create policy case_handover_portal on case_handover for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

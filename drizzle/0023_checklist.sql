-- What a line of the checklist says in the firm's own words, and where it comes from; the history of every line, from
-- which usual days are counted; the firm's template in versions, and the version each file was made with.

alter table requirement
  -- The country a document comes from, where its kind is asked for by country.
  add column country text check (country ~ '^[A-Z]{2}$'),
  -- The firm's own words of the version that the line was made with; null: those of its kind.
  add column good_example text,
  -- What the firm has a reviewer tick besides the points of the kind.
  add column extra_points jsonb not null default '[]';

-- Items that somebody added by hand: what the firm's template may learn from.
create index requirement_by_hand on requirement (created_at desc) where rule_key like 'manual:%';

update requirement set country = subject where kind = 'police' and subject ~ '^[A-Z]{2}$';
update requirement r set country = j.country from job j
  where r.kind in ('reference_letter', 'self_employment') and j.case_id = r.case_id and j.id::text = r.subject;
update requirement r set country = c.country from credential c
  where r.kind in ('eca', 'diploma') and c.case_id = r.case_id and c.id::text = r.subject;

-- Each state a line has come to, and when. Appended to by the database itself, so that no command can forget it.
create table requirement_event (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  client_id uuid not null,
  requirement_id uuid not null,
  person_id uuid,
  kind text not null,
  country text,
  state text not null,
  at timestamptz not null,
  foreign key (requirement_id, case_id, client_id) references requirement (id, case_id, client_id) on delete cascade
);
create index requirement_event_line on requirement_event (requirement_id, at);
create index requirement_event_accepted on requirement_event (kind, at desc) where state = 'accepted';

create function refuse_requirement_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'the history of a checklist is only appended to';
end $$;
create trigger requirement_event_kept before update on requirement_event
  for each row execute function refuse_requirement_event_change();

-- The instants that a line of its own tells, for lines without a history: those from before it, and those loaded in bulk.
create function requirement_history_fill() returns void language sql set search_path = public, pg_temp as $$
  insert into requirement_event (case_id, client_id, requirement_id, person_id, kind, country, state, at)
  select r.case_id, r.client_id, r.id, r.person_id, r.kind, r.country, told.state, told.at
  from requirement r
  cross join lateral (values
    ('requested', r.requested_at),
    ('received', r.received_at),
    (case when r.state in ('accepted', 'returned', 'waived') then r.state end, r.decided_at)
  ) as told (state, at)
  where told.state is not null and told.at is not null
    and not exists (select from requirement_event e where e.requirement_id = r.id)
$$;
select requirement_history_fill();

create function keep_requirement_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into requirement_event (case_id, client_id, requirement_id, person_id, kind, country, state, at)
  values (new.case_id, new.client_id, new.id, new.person_id, new.kind, new.country, new.state, new.updated_at);
  return null;
end $$;
create trigger requirement_history_insert after insert on requirement
  for each row when (new.state <> 'to_request') execute function keep_requirement_event();
-- A second file of a line that waits already is received too: the instant moves, not the state.
create trigger requirement_history_update after update of state, received_at on requirement
  for each row when (old.state <> new.state or old.received_at is distinct from new.received_at)
  execute function keep_requirement_event();

grant select on requirement_event to landfall_app;
alter table requirement_event enable row level security;
create policy requirement_event_app on requirement_event for all to landfall_app using (true) with check (true);
-- No right of the portal: the firm's working figures. The policy stands in case one is ever given.
create policy requirement_event_portal on requirement_event for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

-- The firm's template: items of its own and its own words for the kinds of the rules. One draft at most; a version that
-- is published is never changed again, for files were made with it.
create table checklist_template (
  id uuid primary key,
  -- null: the draft.
  number integer unique check (number > 0),
  items jsonb not null default '[]',
  wordings jsonb not null default '[]',
  note text,
  created_by uuid not null references app_user (id),
  created_at timestamptz not null default now(),
  published_by uuid references app_user (id),
  published_at timestamptz,
  version integer not null default 1,
  check ((number is null) = (published_at is null) and (number is null) = (published_by is null)
    and (number is null) = (note is null))
);
create unique index checklist_template_draft on checklist_template ((true)) where number is null;

create function refuse_published_template_change() returns trigger language plpgsql as $$
begin
  if old.number is not null then raise exception 'a published checklist template is never changed'; end if;
  return coalesce(new, old);
end $$;
create trigger checklist_template_kept before update or delete on checklist_template
  for each row execute function refuse_published_template_change();

grant select, insert, update, delete on checklist_template to landfall_app;
alter table checklist_template enable row level security;
create policy checklist_template_app on checklist_template for all to landfall_app using (true) with check (true);

-- Which version a file's checklist was made with. No row: with none.
create table case_checklist (
  case_id uuid primary key,
  client_id uuid not null,
  template_number integer not null references checklist_template (number),
  taken_at timestamptz not null,
  -- null: with the checklist itself.
  taken_by uuid references app_user (id),
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade
);
create index case_checklist_number on case_checklist (template_number);

grant select, insert, update on case_checklist to landfall_app;
alter table case_checklist enable row level security;
create policy case_checklist_app on case_checklist for all to landfall_app using (true) with check (true);
create policy case_checklist_portal on case_checklist for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

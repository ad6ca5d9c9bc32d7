-- Where each profile in the pool stands by the facts and the rules: score, classes, and what changes in the months
-- ahead. A row for each live profile and no other; the triggers see to that, the application to the figures.
create table pool_standing (
  profile_id uuid primary key references express_entry_profile (id) on delete cascade,
  case_id uuid not null,
  client_id uuid not null,
  submitted_at timestamptz not null,
  score integer not null,
  ruleset_id text not null,
  superseded boolean not null default false,
  -- null: nothing computed yet, the score is the one recorded from IRCC's account.
  scored_on date,
  classes jsonb not null default '[]',
  -- Score and classes from day to day up to the horizon, and what changes between.
  steps jsonb not null default '[]',
  changes jsonb not null default '[]',
  horizon date,
  facts_version integer,
  -- Falls below a recent cut-off within the horizon, and what would help; null while nobody has worked it out.
  falls_on date,
  advice text,
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade
);
create index pool_standing_rank on pool_standing (score desc, submitted_at, profile_id);
create index pool_standing_case on pool_standing (case_id);
create index pool_standing_advice on pool_standing (falls_on) where falls_on is not null and advice is null;

create function keep_pool_standing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status <> 'live' then
    delete from pool_standing where profile_id = new.id;
    return null;
  end if;
  insert into pool_standing (profile_id, case_id, client_id, submitted_at, score, ruleset_id, classes)
  values (new.id, new.case_id, new.client_id, new.submitted_at, new.crs_score, new.ruleset_id, new.classes)
  on conflict (profile_id) do nothing;
  return null;
end $$;
create trigger express_entry_profile_standing after insert or update of status on express_entry_profile
  for each row execute function keep_pool_standing();

insert into pool_standing (profile_id, case_id, client_id, submitted_at, score, ruleset_id, classes)
select id, case_id, client_id, submitted_at, crs_score, ruleset_id, classes
from express_entry_profile where status = 'live';

grant select, update on pool_standing to landfall_app;
alter table pool_standing enable row level security;
create policy pool_standing_app on pool_standing for all to landfall_app using (true) with check (true);
-- No right of the portal: the firm's working figures. The policy stands in case one is ever given.
create policy pool_standing_portal on pool_standing for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

-- What IRCC publishes beside a round's figures: the programs it covers, and how the pool stood by score on a day.
alter table round add column covers text;
alter table round add column pool_as_of date;
alter table round add column pool jsonb;
alter table round add column version integer not null default 1;

-- A round that was published or typed wrongly is put right; what it said before stays, with who changed it and why.
create table round_correction (
  id uuid primary key,
  round_id text not null references round (id),
  field text not null,
  before text,
  after text,
  reason text not null check (reason <> ''),
  changed_by uuid not null references app_user (id),
  changed_at timestamptz not null default now()
);
create index round_correction_round on round_correction (round_id, changed_at desc);

grant update on round to landfall_app;
grant select, insert on round_correction to landfall_app;
alter table round_correction enable row level security;
create policy round_correction_staff on round_correction for all to landfall_app using (true) with check (true);

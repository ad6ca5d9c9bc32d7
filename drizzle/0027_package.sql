-- The package for IRCC: what goes into each slot of the portal, the files made for it, and, once it is frozen, what was
-- approved. A frozen package is never changed again; what is sent differently is a new one with a new number.
create table package (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  number integer not null check (number > 0),
  state text not null default 'reading'
    check (state in ('reading', 'arranging', 'building', 'built', 'frozen')),
  -- The day its documents are judged for.
  planned_on date not null,
  -- The letter of explanation: as it goes out, and as it was drafted from the file.
  letter text not null default '',
  letter_draft text not null default '',
  created_by uuid not null references app_user (id),
  created_at timestamptz not null,
  -- When building was asked for: the one instant that its papers bear.
  requested_at timestamptz,
  built_at timestamptz,
  rules_as_of text,
  -- What was sent, to the byte: the text of the manifest as it is in the ZIP.
  manifest text,
  manifest_sha256 text,
  approved_by uuid references app_user (id),
  approved_at timestamptz,
  -- Why it goes out although something is wrong with it.
  approved_despite text,
  version integer not null default 1,
  foreign key (case_id, client_id) references case_file (id, client_id),
  unique (case_id, number),
  constraint package_with_case unique (id, case_id, client_id),
  constraint package_built check (state not in ('built', 'frozen') or (requested_at is not null and built_at is not null)),
  constraint package_frozen check (state <> 'frozen' or (manifest is not null and manifest_sha256 is not null
    and rules_as_of is not null and approved_by is not null and approved_at is not null))
);
-- One at a time is worked on.
create unique index package_open on package (case_id) where state <> 'frozen';

create table package_slot (
  id uuid primary key,
  package_id uuid not null,
  case_id uuid not null,
  client_id uuid not null,
  position integer not null,
  -- Stable in its package: the requirement's own key, or `letter` or `index` for what is made from the file.
  slot_key text not null,
  kind text not null,
  title text not null,
  person_id uuid,
  person_name text,
  required boolean not null,
  -- Country of its paper, where it is asked for by country.
  country text,
  -- In which language it is: null while nobody has said.
  language text check (language in ('english_or_french', 'with_affidavit', 'certified', 'without_affidavit')),
  -- The documents it is made of and the order of their pages.
  sources jsonb not null default '[]',
  pages jsonb not null default '[]',
  -- What was wrong on the day it was planned or arranged, and what building it brought to light.
  findings jsonb not null default '[]',
  faults jsonb not null default '[]',
  -- waiting: to be built; done: built, or nothing to build.
  state text not null default 'waiting' check (state in ('waiting', 'done')),
  file_id uuid unique,
  file_name text,
  media_type text,
  size bigint,
  sha256 text,
  page_count integer,
  storage_key text unique,
  wrapped_key text,
  key_id text,
  unique (package_id, slot_key),
  foreign key (package_id, case_id, client_id) references package (id, case_id, client_id) on delete cascade,
  constraint package_slot_file check (
    (file_id is null and storage_key is null and sha256 is null and size is null)
    or (state = 'done' and file_id is not null and file_name is not null and media_type is not null
      and size is not null and sha256 is not null and page_count is not null
      and storage_key is not null and wrapped_key is not null and key_id is not null))
);
create index package_slot_order on package_slot (package_id, position);

-- What a received file is made of, read once in a process of its own.
create table file_description (
  version_id uuid primary key references document_version (id) on delete cascade,
  case_id uuid not null,
  client_id uuid not null,
  type text check (type in ('pdf', 'jpeg', 'png')),
  pages jsonb not null default '[]',
  failure text,
  read_at timestamptz not null,
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade,
  check ((type is null) <> (failure is null))
);

create function refuse_frozen_package_change() returns trigger language plpgsql as $$
begin
  if old.state = 'frozen' then raise exception 'a frozen package is never changed'; end if;
  return coalesce(new, old);
end $$;
create trigger package_kept before update or delete on package
  for each row execute function refuse_frozen_package_change();

create function refuse_frozen_slot_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from package where id = coalesce(new.package_id, old.package_id) and state = 'frozen')
    or (tg_op = 'UPDATE' and exists (select from package where id = old.package_id and state = 'frozen')) then
    raise exception 'a frozen package is never changed';
  end if;
  return coalesce(new, old);
end $$;
create trigger package_slot_kept before insert or update or delete on package_slot
  for each row execute function refuse_frozen_slot_change();

-- Exactly what was sent: nullable, for submissions from before packages and for files sent without one.
alter table submission add column package_id uuid;
alter table submission add constraint submission_package
  foreign key (package_id, case_id, client_id) references package (id, case_id, client_id);

grant select, insert, update on package to landfall_app;
grant select, insert, update, delete on package_slot to landfall_app;
grant select, insert on file_description to landfall_app;

alter table package enable row level security;
create policy package_app on package for all to landfall_app using (true) with check (true);
-- No right of the portal on these: the firm's work. The policies stand in case one is ever given.
create policy package_portal on package for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());
alter table package_slot enable row level security;
create policy package_slot_app on package_slot for all to landfall_app using (true) with check (true);
create policy package_slot_portal on package_slot for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());
alter table file_description enable row level security;
create policy file_description_app on file_description for all to landfall_app using (true) with check (true);
create policy file_description_portal on file_description for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

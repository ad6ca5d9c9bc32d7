-- What a consultant has said about the proof of a fact: which document, at which page, shows it, or that none does.
-- A document of the very kind, person and subject is proposed by rule and stored nowhere; this is the word upon it.
create table fact_proof (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  -- `job:<id>`, and which of its papers: `reference_letter` (lib/express-entry/proof).
  fact_key text not null check (fact_key <> ''),
  need text not null check (need <> ''),
  -- false: looked at, and it does not prove the fact.
  holds boolean not null,
  requirement_id uuid,
  -- The file that was looked at: a newer one has to be looked at anew.
  version_id uuid references document_version (id),
  page integer check (page between 1 and 2000),
  note text,
  decided_by uuid not null references app_user (id),
  decided_at timestamptz not null default now(),
  version integer not null default 1,
  constraint fact_proof_case_fk foreign key (case_id, client_id) references case_file (id, client_id),
  constraint fact_proof_requirement_fk foreign key (requirement_id, case_id, client_id)
    references requirement (id, case_id, client_id),
  constraint fact_proof_shown check (not holds or (requirement_id is not null and version_id is not null)),
  constraint fact_proof_reason check (holds or note is not null)
);
create unique index fact_proof_need on fact_proof (case_id, fact_key, need);

-- The ledger as it stood at a sign-off: claimed and proven, and why an application goes out with points that nothing
-- proves. Appended to, never changed.
create table sign_off_proof (
  sign_off_id uuid primary key references sign_off (id),
  case_id uuid not null,
  client_id uuid not null,
  claimed_points integer not null,
  proven_points integer not null,
  cut_off integer,
  -- Signed: needed where points, or the program itself, are not proven.
  reason text check (reason <> ''),
  -- Each fact with what proved it: document, version, SHA-256, page.
  ledger jsonb not null check (jsonb_typeof(ledger) = 'object'),
  constraint sign_off_proof_case_fk foreign key (case_id, client_id) references case_file (id, client_id),
  constraint sign_off_proof_points check (proven_points <= claimed_points)
);
create index sign_off_proof_case on sign_off_proof (case_id);

-- The sheet as its client read it, word for word, with the hash of its text. Approvals of an older release have the
-- facts alone.
alter table client_approval add column sheet jsonb;
alter table client_approval add column sheet_sha256 text;
alter table client_approval add constraint client_approval_sheet
  check ((sheet is null) = (sheet_sha256 is null) and (sheet is null or jsonb_typeof(sheet) = 'object'));

-- "This is wrong": what a client says of a section of their facts, and what the firm answered. Nothing is confirmed
-- while one of them is open.
create table fact_objection (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  section text not null check (section <> ''),
  section_title text not null check (section_title <> ''),
  note text not null check (note <> ''),
  facts_version integer not null,
  raised_by uuid not null references app_user (id),
  raised_at timestamptz not null default now(),
  answer text check (answer <> ''),
  answered_by uuid references app_user (id),
  answered_at timestamptz,
  version integer not null default 1,
  constraint fact_objection_case_fk foreign key (case_id, client_id) references case_file (id, client_id),
  constraint fact_objection_answer
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index fact_objection_case on fact_objection (case_id, raised_at desc);

grant select, insert, update on fact_proof to landfall_app;
grant select, insert on sign_off_proof to landfall_app;
grant select, insert, update on fact_objection to landfall_app;
-- A client raises an objection and reads the answer; the proofs are the firm's own.
grant select, insert on fact_objection to landfall_portal;

do $$
declare
  table_name text;
begin
  foreach table_name in array array['fact_proof', 'sign_off_proof', 'fact_objection'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I for all to landfall_app using (true) with check (true)', table_name || '_app', table_name);
    -- Also where the portal has no right: what is granted one day by mistake would still be one's own rows alone.
    execute format(
      'create policy %I on %I for all to landfall_portal using (client_id = current_client_id()) with check (client_id = current_client_id())',
      table_name || '_portal', table_name);
  end loop;
end
$$;

-- What a visitor sent from the free assessment, as sent, with the consent to be contacted. It came from outside and
-- stands beside the case, not in it: the facts of an enquiry are made from it, and a consultant compares and chooses.
create table public_assessment (
  id uuid primary key,
  -- Hash of the form's signed token: each token counts once, so a repeat is the same submission.
  token_hash bytea not null,
  received_at timestamptz not null,
  locale text not null check (locale in ('en', 'fr')),
  answers jsonb not null,
  given_name text not null,
  family_name text not null,
  email text not null,
  phone text,
  consent_version text not null check (consent_version <> ''),
  -- The words that were agreed to, and when.
  consent_text text not null check (consent_text <> ''),
  consented_at timestamptz not null,
  -- opened: an enquiry was made of it. matched: the person has a file already, and it waits there to be compared.
  outcome text not null check (outcome in ('opened', 'matched')),
  case_id uuid not null,
  client_id uuid not null,
  -- Compared with the file by somebody, whatever they took over; null while it waits.
  compared_at timestamptz,
  compared_by uuid references app_user (id),
  foreign key (case_id, client_id) references case_file (id, client_id) on delete cascade
);
create unique index public_assessment_token on public_assessment (token_hash);
create index public_assessment_case on public_assessment (case_id, received_at desc);
create index public_assessment_waiting on public_assessment (case_id) where outcome = 'matched' and compared_at is null;
create index public_assessment_email on public_assessment (email);

-- Who takes what comes in from the free assessment; without one, the manager who has been here longest.
alter table firm add column enquiry_owner_id uuid references app_user (id);

-- What was sent stays as it was sent.
grant select, insert on public_assessment to landfall_app;
grant update (compared_at, compared_by) on public_assessment to landfall_app;
alter table public_assessment enable row level security;
create policy public_assessment_app on public_assessment for all to landfall_app using (true) with check (true);

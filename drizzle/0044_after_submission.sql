-- After submission: what IRCC has said of an application, in dates; its letters and our answers; each step with who, when,
-- on what paper, and how the client was told (Code s. 22(3)).
create table application (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  submission_id uuid not null references submission (id),
  -- IRCC's acknowledgement of receipt. The six-month standard runs from the day of receipt.
  received_on date not null,
  acknowledged_on date not null,
  number text not null check (number <> ''),
  -- The completeness check (IRPR 10): passed, or returned with what is missing.
  completeness text check (completeness in ('passed', 'returned')),
  checked_on date,
  missing text,
  fees_returned_on date,
  -- The bridging open work permit of the principal applicant.
  permit_applied_on date,
  permit_outcome text check (permit_outcome in ('issued', 'refused')),
  permit_outcome_on date,
  permit_until date,
  -- The decision.
  decision text check (decision in ('approved', 'refused')),
  decided_on date,
  -- Approved: by an invitation to the PR portal, or by a passport request.
  approved_by text check (approved_by in ('portal', 'passport')),
  rprf_paid boolean,
  -- Refused: where the person was told, which decides how long the Federal Court can be asked.
  told_in_canada boolean,
  challenge text check (challenge in ('reconsideration', 'court')),
  challenged_on date,
  -- The confirmation of permanent residence, and the landing.
  confirmation text check (confirmation in ('ecopr', 'copr')),
  confirmed_on date,
  confirmation_until date,
  landed_on date,
  landed_at text,
  address_given_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint application_submission unique (submission_id),
  constraint application_with_case unique (id, case_id, client_id),
  constraint application_case_fk foreign key (case_id, client_id) references case_file (id, client_id),
  constraint application_checked check ((completeness is null) = (checked_on is null)),
  constraint application_decided check ((decision is null) = (decided_on is null)),
  constraint application_confirmed check ((confirmation is null) = (confirmed_on is null)),
  -- A confirmation cannot be used after its date.
  constraint application_landed check (landed_on is null or confirmation_until is null or landed_on <= confirmation_until)
);
create index application_case on application (case_id, created_at desc);

-- A letter of IRCC, and what became of it. The answer is recorded once; a longer time is asked for before the date.
create table ircc_letter (
  id uuid primary key,
  application_id uuid not null,
  case_id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('biometrics', 'adr', 'pfl', 'passport_request')),
  -- Which of IRCC's tracks it is about.
  track text check (track in ('biometrics', 'medical', 'eligibility', 'background')),
  letter_on date not null,
  due_on date not null,
  -- In which words the date comes about: the letter's own, or the default.
  due_rule text not null,
  asks text not null check (asks <> ''),
  document_id uuid references document (id),
  state text not null default 'open' check (state in ('open', 'answered', 'void')),
  extension_asked_on date,
  extension_reason text,
  extended_from date,
  answered_on date,
  answer text,
  proof_document_id uuid references document (id),
  created_at timestamptz not null,
  version integer not null default 1,
  constraint ircc_letter_application_fk foreign key (application_id, case_id, client_id)
    references application (id, case_id, client_id),
  constraint ircc_letter_dates check (due_on >= letter_on),
  constraint ircc_letter_answered check ((state = 'answered') = (answered_on is not null))
);
create index ircc_letter_case on ircc_letter (case_id, letter_on desc);
create index ircc_letter_application on ircc_letter (application_id, letter_on desc);

-- What was recorded, in order; of a track the newest step says how it stands. Appended to, never changed.
create table application_step (
  id uuid primary key,
  application_id uuid not null,
  case_id uuid not null,
  client_id uuid not null,
  kind text not null,
  track text check (track in ('biometrics', 'medical', 'eligibility', 'background')),
  state text check (state in ('not_started', 'in_progress', 'action_required', 'passed', 'failed')),
  letter_id uuid references ircc_letter (id),
  happened_on date not null,
  note text,
  document_id uuid references document (id),
  by_user_id uuid not null references app_user (id),
  at timestamptz not null,
  -- The mail that told the client; null: they had no account to be told by.
  mail_id uuid,
  constraint application_step_application_fk foreign key (application_id, case_id, client_id)
    references application (id, case_id, client_id),
  constraint application_step_track check ((track is null) = (state is null))
);
create index application_step_application on application_step (application_id, at desc, id);
create index application_step_case on application_step (case_id);

-- What a letter asks the client for stands on their list.
alter table requirement add column letter_id uuid references ircc_letter (id);
create index requirement_letter on requirement (letter_id) where letter_id is not null;

alter table application enable row level security;
alter table ircc_letter enable row level security;
alter table application_step enable row level security;
grant select, insert, update on application to landfall_app;
grant select, insert, update on ircc_letter to landfall_app;
grant select, insert on application_step to landfall_app;
create policy application_app on application for all to landfall_app using (true) with check (true);
create policy ircc_letter_app on ircc_letter for all to landfall_app using (true) with check (true);
create policy application_step_app on application_step for all to landfall_app using (true) with check (true);
create policy application_client on application for select to landfall_portal using (client_id = current_client_id());
create policy ircc_letter_client on ircc_letter for select to landfall_portal using (client_id = current_client_id());
create policy application_step_client on application_step for select to landfall_portal
  using (client_id = current_client_id());
-- The client reads where the application is and what is asked for; not the firm's notes, nor who wrote them.
grant select (id, case_id, client_id, submission_id, received_on, acknowledged_on, number, completeness, checked_on,
  fees_returned_on, decision, decided_on, approved_by, confirmation, confirmed_on, confirmation_until, landed_on, landed_at,
  address_given_on, created_at, version) on application to landfall_portal;
grant select (id, application_id, case_id, client_id, kind, track, letter_on, due_on, asks, state, answered_on, created_at)
  on ircc_letter to landfall_portal;
grant select (id, application_id, case_id, client_id, kind, track, state, letter_id, happened_on, at)
  on application_step to landfall_portal;

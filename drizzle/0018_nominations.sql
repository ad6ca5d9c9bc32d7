-- Provincial nomination, a track beside the pool. First the firm's own catalogue of the provinces' Express Entry
-- streams: entered and dated by the firm, for its staff; what a line said before stays.
create table province_stream (
  id uuid primary key,
  province text not null,
  name text not null,
  -- Whom it targets; an empty list or a null asks for nothing.
  noc_codes jsonb not null default '[]' check (jsonb_typeof(noc_codes) = 'array'),
  work_months integer check (work_months between 1 and 120),
  work_years integer check (work_years between 1 and 20),
  category text,
  study text check (study in ('canada', 'province')),
  min_crs integer check (min_crs between 1 and 1200),
  min_level integer check (min_level between 1 and 12),
  notes text,
  link text,
  opens_on date,
  closes_on date,
  -- The day on which the firm read the province's page, and where.
  as_of date not null,
  source text not null check (source <> ''),
  created_by uuid references app_user (id),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint province_stream_dates check (closes_on is null or opens_on is null or closes_on >= opens_on)
);
create unique index province_stream_name on province_stream (province, lower(name));

create table province_stream_change (
  id uuid primary key,
  stream_id uuid not null references province_stream (id),
  field text not null,
  before text,
  after text,
  changed_by uuid not null references app_user (id),
  changed_at timestamptz not null default now()
);
create index province_stream_change_stream on province_stream_change (stream_id, changed_at desc);

-- Then what a province and a client have said to one another: interest, application, nomination, the offer in IRCC's
-- account with its 30 days, and how it ended. The dates are the world's; who recorded them is in the audit log.
create table nomination (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  stream_id uuid references province_stream (id),
  province text not null,
  -- As the stream was called then.
  stream_name text not null,
  status text not null check (status in
    ('interest', 'applied', 'nominated', 'offered', 'accepted', 'refused', 'declined', 'lapsed', 'withdrawn')),
  interest_on date,
  answer_by date,
  applied_on date,
  reference_number text,
  decision_expected_on date,
  issued_on date,
  certificate_number text,
  expires_on date,
  offered_on date,
  accept_by date,
  accepted_on date,
  ended_on date,
  ended_reason text,
  -- After a nomination on which an invitation rests was withdrawn: the day on which IRCC was told.
  ircc_told_on date,
  recorded_by uuid not null references app_user (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  constraint nomination_case_fk foreign key (case_id, client_id) references case_file (id, client_id)
);
create index nomination_case on nomination (case_id, created_at);
create index nomination_stream on nomination (stream_id);
-- One profile, one nomination: of those that stand, a case has one.
create unique index nomination_one_standing on nomination (case_id)
  where status in ('nominated', 'offered', 'accepted');
create index nomination_offered on nomination (accept_by) where status = 'offered';

-- What the province asks for: a title and its dates, perhaps the paper itself among the file's documents.
create table nomination_document (
  id uuid primary key,
  nomination_id uuid not null references nomination (id),
  case_id uuid not null,
  client_id uuid not null,
  title text not null check (title <> ''),
  due_on date,
  sent_on date,
  document_id uuid references document (id),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint nomination_document_case_fk foreign key (case_id, client_id) references case_file (id, client_id)
);
create index nomination_document_nomination on nomination_document (nomination_id, created_at);
create index nomination_document_case on nomination_document (case_id);

-- The portal has no right on any of these. The client's policies stand all the same: what is granted one day by
-- mistake would still be one's own rows alone.
grant select, insert, update on province_stream to landfall_app;
grant select, insert on province_stream_change to landfall_app;
grant select, insert, update on nomination to landfall_app;
grant select, insert, update, delete on nomination_document to landfall_app;

alter table province_stream enable row level security;
create policy province_stream_app on province_stream for all to landfall_app using (true) with check (true);
alter table province_stream_change enable row level security;
create policy province_stream_change_app on province_stream_change for all to landfall_app using (true) with check (true);
alter table nomination enable row level security;
create policy nomination_app on nomination for all to landfall_app using (true) with check (true);
create policy nomination_client on nomination for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());
alter table nomination_document enable row level security;
create policy nomination_document_app on nomination_document for all to landfall_app using (true) with check (true);
create policy nomination_document_client on nomination_document for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());

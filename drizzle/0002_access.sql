-- Who may touch what (SECURITY.md 5.5, 3.4). Two runtime roles, neither owns a table.
-- landfall_app: staff requests, the worker, sign-in. Staff visibility is the subqueries' work.
-- landfall_portal: clients. Row-level security keyed on the client of the transaction, and column grants.

grant usage on schema public to landfall_app, landfall_portal;
grant select, insert, update, delete on all tables in schema public to landfall_app;

-- Append-only for everyone at run time.
revoke update, delete, truncate on audit_event, audit_chain, audit_head, stage_change from landfall_app;
revoke insert on audit_chain, audit_head from landfall_app;
revoke insert, update, delete on landfall_migration from landfall_app;
-- Public reference data changes by migration, import or command, never by a slip.
revoke insert, update, delete on occupation from landfall_app;

create function current_client_id() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.client_id', true), '')::uuid $$;

-- Every table with case data: the app role sees all (its own policy), the portal its client's rows only.
do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'case_file', 'stage_change', 'agreement', 'message', 'sign_off', 'client_approval', 'submission',
    'person', 'address', 'job', 'language_test', 'credential', 'family_fact',
    'express_entry_profile', 'invitation', 'deadline',
    'requirement', 'document', 'upload', 'document_version'
  ] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I for all to landfall_app using (true) with check (true)', table_name || '_app', table_name);
    execute format(
      'create policy %I on %I for all to landfall_portal using (client_id = current_client_id()) with check (client_id = current_client_id())',
      table_name || '_portal', table_name);
  end loop;
end
$$;

alter table client enable row level security;
create policy client_app on client for all to landfall_app using (true) with check (true);
create policy client_portal on client for select to landfall_portal using (id = current_client_id());

-- A client sees their own account and the staff member who owns their case: id, name, role.
alter table app_user enable row level security;
create policy app_user_app on app_user for all to landfall_app using (true) with check (true);
create policy app_user_portal on app_user for select to landfall_portal
  using (client_id = current_client_id()
    or id in (select owner_id from case_file where case_file.client_id = current_client_id())
    or id in (select author_id from message where message.client_id = current_client_id()));

-- Tables that hold no row a client may see.
do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'case_note', 'auth_session', 'auth_device', 'auth_counter', 'secret_token', 'idempotency_record',
    'audit_event', 'audit_chain', 'audit_head', 'mail', 'case_number_counter'
  ] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I for all to landfall_app using (true) with check (true)', table_name || '_app', table_name);
  end loop;
end
$$;

-- What the portal may read, column by column; internal fields are left out.
grant select on firm, round to landfall_portal;
grant select (id, given_name, family_name, email, phone, locale, version) on client to landfall_portal;
grant select (id, name, role, client_id) on app_user to landfall_portal;
grant select (id, number, client_id, owner_id, stage, stage_since, display_name, program, planned_submission_on,
  next_deadline_on, next_deadline_kind, required_count, accepted_count, review_count, returned_count,
  facts_version, created_at, updated_at, version) on case_file to landfall_portal;
grant select on person, address, job, language_test, credential, family_fact to landfall_portal;
grant select on invitation, deadline, requirement, document, upload, submission, sign_off, client_approval to landfall_portal;
grant select (id, document_id, case_id, client_id, number, file_name, media_type, extension, size, sha256, flags, storage_key,
  wrapped_key, key_id, state, uploaded_by, uploaded_at, reviewed_at, return_code, return_reason, version)
  on document_version to landfall_portal;
grant select (id, case_id, client_id, author_id, author_kind, body, created_at, read_at) on message to landfall_portal;

-- What the portal may write: uploads and what follows from them, messages, the approval, the audit.
grant insert on upload, document, document_version, message, client_approval, stage_change, audit_event to landfall_portal;
grant update (state, version_id, completed_at) on upload to landfall_portal;
grant update (state, received_at, updated_at, version) on requirement to landfall_portal;
grant update (read_at) on message to landfall_portal;
grant update (stage, stage_since, updated_at, version) on case_file to landfall_portal;
grant insert, select on idempotency_record to landfall_portal;

create policy idempotency_record_portal on idempotency_record for all to landfall_portal
  using (actor_id = nullif(current_setting('app.user_id', true), '')::uuid)
  with check (actor_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy audit_event_portal on audit_event for insert to landfall_portal
  with check (client_id = current_client_id() and actor_role = 'client');

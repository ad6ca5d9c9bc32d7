-- The client's own choice of language, and every opening of their documents with how it was done: looked at in the
-- page (view, range) or saved (download). Replaces the function of 0008, which told only that there was one.
alter table app_user add constraint app_user_locale check (locale ~ '^[a-z]{2,3}$');

create policy app_user_portal_language on app_user for update to landfall_portal
  using (client_id = current_client_id() and id = nullif(current_setting('app.user_id', true), '')::uuid)
  with check (client_id = current_client_id() and id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select (locale), update (locale) on app_user to landfall_portal;

drop function own_document_openings(integer);

create function own_document_openings(at_most integer, earlier_than timestamptz default 'infinity')
returns table (at timestamptz, document_title text, opened_by uuid, opened_by_name text, opened_by_role text, how text)
language sql stable security definer set search_path = public, pg_temp as $$
  select event.at, event.detail ->> 'title', staff.id, staff.name, staff.role, event.detail ->> 'how'
  from audit_event event
  join app_user staff on staff.id = event.actor_id
  where event.case_id in (select id from case_file where client_id = current_client_id())
    and event.client_id = current_client_id()
    and event.event = 'document.opened'
    and event.outcome = 'ok'
    and event.at < earlier_than
    and staff.role <> 'client'
  order by event.at desc
  limit greatest(0, least(at_most, 500))
$$;

revoke all on function own_document_openings(integer, timestamptz) from public;
grant execute on function own_document_openings(integer, timestamptz) to landfall_portal;

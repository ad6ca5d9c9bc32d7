-- A client may know who had their documents open (SECURITY.md 5.6): this and nothing else of the audit log, and of
-- the people who did it the name and the role. landfall_portal keeps no right on the table itself.
create function own_document_openings(at_most integer)
returns table (at timestamptz, document_title text, opened_by uuid, opened_by_name text, opened_by_role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select event.at, event.detail ->> 'title', staff.id, staff.name, staff.role
  from audit_event event
  join app_user staff on staff.id = event.actor_id
  where event.case_id in (select id from case_file where client_id = current_client_id())
    and event.client_id = current_client_id()
    and event.event = 'document.opened'
    and event.outcome = 'ok'
    and staff.role <> 'client'
  order by event.at desc
  limit greatest(0, least(at_most, 500))
$$;

revoke all on function own_document_openings(integer) from public;
grant execute on function own_document_openings(integer) to landfall_portal;

-- A client's request may put one kind of row into the outbox: a notice to the staff member who owns their case.
-- landfall_portal has no right on the table itself, so it can neither read mail nor write to anybody else.
create function queue_staff_notice(
  mail_id uuid, mail_kind text, notice_case_id uuid, mail_context jsonb, mail_state text, mail_message_id text
) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if mail_kind not in ('document_received', 'message_received') then
    raise exception 'a client may not send "%"', mail_kind using errcode = 'insufficient_privilege';
  end if;
  insert into mail (id, kind, to_address, user_id, case_id, client_id, context, state, message_id)
  select mail_id, mail_kind, owner.email, owner.id, file.id, file.client_id, mail_context, mail_state, mail_message_id
  from case_file file
  join app_user owner on owner.id = file.owner_id
  where file.id = notice_case_id
    and (session_user <> 'landfall_portal' or file.client_id = current_client_id());
  if not found then
    raise exception 'no such case' using errcode = 'insufficient_privilege';
  end if;
end
$$;

revoke all on function queue_staff_notice(uuid, text, uuid, jsonb, text, text) from public;
grant execute on function queue_staff_notice(uuid, text, uuid, jsonb, text, text) to landfall_app, landfall_portal;

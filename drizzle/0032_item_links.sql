-- A link for one item of a checklist, for somebody without an account: whoever has it may send files for that item for
-- seven days, and sees nothing that was sent. Only the hash of its secret is kept (SECURITY.md 5.4).
create table item_link (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  requirement_id uuid not null,
  token_hash bytea not null,
  created_by uuid not null references app_user (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references app_user (id),
  -- Where the firm mailed it to, if it did.
  mailed_to text,
  constraint item_link_line_fk foreign key (requirement_id, case_id, client_id)
    references requirement (id, case_id, client_id) on delete cascade,
  constraint item_link_life check (expires_at > created_at and expires_at <= created_at + interval '7 days'),
  constraint item_link_revoked check ((revoked_at is null) = (revoked_by is null))
);
create unique index item_link_hash on item_link (token_hash);
create index item_link_line on item_link (requirement_id, created_at desc);
create index item_link_case on item_link (case_id, created_at desc);

alter table item_link enable row level security;
grant select, insert, update on item_link to landfall_app;
create policy item_link_app on item_link for all to landfall_app using (true) with check (true);
-- A client makes and revokes links for their own items, and sees them; the hash of a secret nobody reads there.
create policy item_link_portal on item_link for all to landfall_portal
  using (client_id = current_client_id()) with check (client_id = current_client_id());
grant select (id, case_id, client_id, requirement_id, created_by, created_at, expires_at, revoked_at, revoked_by, mailed_to)
  on item_link to landfall_portal;
grant insert on item_link to landfall_portal;
grant update (revoked_at, revoked_by) on item_link to landfall_portal;

-- Who sent it, as they typed it: for what comes by a link.
alter table upload add column sender_name text;
alter table document_version add column sender_name text;
grant select (sender_name) on document_version to landfall_portal;

-- What comes by a link is logged as the link's doing: of this client, and of a link that there is.
create policy audit_event_link on audit_event for insert to landfall_portal
  with check (client_id = current_client_id() and actor_role = 'link'
    and actor_id in (select id from item_link where item_link.client_id = current_client_id()));

-- A client's request may mail a link that it has just made, to one address, a few times a day. landfall_portal has no
-- right on the outbox itself.
create function queue_item_link_mail(
  mail_id uuid, link_id uuid, mail_to text, mail_context jsonb, mail_sealed text, mail_state text, mail_message_id text
) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link item_link%rowtype;
begin
  select * into link from item_link
    where id = link_id and client_id = current_client_id() and revoked_at is null and mailed_to = mail_to;
  if not found then
    raise exception 'no such link' using errcode = 'insufficient_privilege';
  end if;
  if (select count(*) from mail where mail.client_id = link.client_id and kind = 'item_link'
        and created_at > now() - interval '1 day') >= 10 then
    raise exception 'too many links mailed' using errcode = 'insufficient_privilege';
  end if;
  insert into mail (id, kind, to_address, case_id, client_id, context, sealed_token, token_expires_at, state, message_id)
  values (mail_id, 'item_link', mail_to, link.case_id, link.client_id, mail_context, mail_sealed, link.expires_at,
    mail_state, mail_message_id);
end
$$;
revoke all on function queue_item_link_mail(uuid, uuid, text, jsonb, text, text, text) from public;
grant execute on function queue_item_link_mail(uuid, uuid, text, jsonb, text, text, text) to landfall_portal;

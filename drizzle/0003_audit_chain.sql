-- The audit log is append-only and hash-chained (SECURITY.md D10, 5.6).
-- The link is made at commit by a deferred trigger under one row lock, so a rolled-back event leaves no gap.

create function audit_refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end
$$;

create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function audit_refuse_change();
create trigger audit_event_no_truncate before truncate on audit_event
  for each statement execute function audit_refuse_change();
create trigger audit_chain_append_only before update or delete on audit_chain
  for each row execute function audit_refuse_change();
create trigger audit_chain_no_truncate before truncate on audit_chain
  for each statement execute function audit_refuse_change();

-- The bytes that are hashed: each field as text, with its length in front, so that no two rows read the same.
create function audit_canonical(e audit_event) returns text
language sql stable as $$
  select string_agg(coalesce(length(field)::text || ':' || field, '-'), '|' order by position)
  from unnest(array[
    e.id::text,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    e.actor_id::text, e.actor_role, e.session_ref, e.ip_prefix, e.event, e.outcome,
    e.object_kind, e.object_id, e.case_id::text, e.client_id::text, e.request_id, e.detail::text
  ]) with ordinality as fields(field, position)
$$;

create function audit_link() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head;
  next_hash bytea;
begin
  select * into head from audit_head where id = 'head' for update;
  next_hash := sha256(head.hash || convert_to(audit_canonical(new), 'UTF8'));
  insert into audit_chain (seq, event_id, hash) values (head.seq + 1, new.id, next_hash);
  update audit_head set seq = head.seq + 1, hash = next_hash where id = 'head';
  return null;
end
$$;

create constraint trigger audit_event_link after insert on audit_event
  deferrable initially deferred for each row execute function audit_link();

insert into audit_head (id, seq, hash) values ('head', 0, sha256('landfall'::bytea));

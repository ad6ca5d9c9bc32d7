-- Who answers for a clock, and the letter that it was read from. No person of its own: the owner of the case.
alter table deadline add column owner_id uuid references app_user (id);
alter table deadline add column source_document_id uuid references document (id);
create index deadline_owner on deadline (owner_id) where owner_id is not null;
create index deadline_document on deadline (source_document_id) where source_document_id is not null;

-- Until now an account could end with hard clocks left to it: those go to a manager who is at work.
update deadline set owner_id = (
  select id from app_user where role = 'manager' and status = 'active' order by created_at, id limit 1)
from case_file, app_user as owner
where deadline.state = 'open' and deadline.hard and case_file.id = deadline.case_id
  and owner.id = case_file.owner_id and owner.status <> 'active';

-- No open hard clock without an active responsible person (issue 6, point 8). Three things can break it: the clock, the
-- owner of the case, the account. Each is looked at again when its transaction commits, so that a handover may do its
-- steps in any order; the account is share-locked until then, so that it cannot end meanwhile. Who ends an account and
-- moves its cases in one transaction locks the cases first.
create function refuse_irresponsible(responsible uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from app_user where id = responsible and status = 'active' and role <> 'client' for share;
  if not found then
    raise exception 'an open hard deadline has no active responsible person'
      using errcode = 'check_violation', constraint = 'deadline_responsible', detail = '1';
  end if;
end
$$;
revoke all on function refuse_irresponsible(uuid) from public;

create function deadline_keeps_responsible() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  responsible uuid;
begin
  select coalesce(d.owner_id, c.owner_id) into responsible
  from deadline d join case_file c on c.id = d.case_id
  where d.id = new.id and d.state = 'open' and d.hard;
  if found then
    perform refuse_irresponsible(responsible);
  end if;
  return null;
end
$$;
create constraint trigger deadline_responsible after insert or update of state, hard, owner_id, case_id on deadline
  deferrable initially deferred for each row when (new.state = 'open' and new.hard)
  execute function deadline_keeps_responsible();

create function case_keeps_responsible() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  responsible uuid;
begin
  select owner_id into responsible from case_file c
  where c.id = new.id
    and exists (select from deadline d where d.case_id = c.id and d.state = 'open' and d.hard and d.owner_id is null);
  if found then
    perform refuse_irresponsible(responsible);
  end if;
  return null;
end
$$;
create constraint trigger case_file_responsible after update of owner_id on case_file
  deferrable initially deferred for each row when (new.owner_id is distinct from old.owner_id)
  execute function case_keeps_responsible();

-- An account that ends, or turns into another kind, leaves nothing behind. The detail is the number of cases.
create function account_keeps_responsible() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  cases integer;
begin
  if exists (select from app_user where id = new.id and status = 'active' and role <> 'client') then
    return null;
  end if;
  select count(distinct d.case_id) into cases
  from deadline d join case_file c on c.id = d.case_id
  where d.state = 'open' and d.hard and coalesce(d.owner_id, c.owner_id) = new.id;
  if cases > 0 then
    raise exception 'an account with open hard deadlines cannot end'
      using errcode = 'check_violation', constraint = 'app_user_responsible', detail = cases::text;
  end if;
  return null;
end
$$;
create constraint trigger app_user_responsible after update of status, role on app_user
  deferrable initially deferred for each row
  when (old.role <> 'client' and (new.status <> 'active' or new.role = 'client'))
  execute function account_keeps_responsible();

-- Columns of case_file that are derived from other rows, kept here and nowhere else.

-- Counts of the required, live items of a checklist.
create function case_counts_refresh(case_ids uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  update case_file set
    required_count = counted.required, accepted_count = counted.accepted,
    review_count = counted.review, returned_count = counted.returned
  from (
    select ids.id,
      count(r.id) filter (where true) as required,
      count(r.id) filter (where r.state in ('accepted', 'waived')) as accepted,
      count(r.id) filter (where r.state in ('received', 'in_review')) as review,
      count(r.id) filter (where r.state = 'returned') as returned
    from unnest(case_ids) as ids(id)
    left join requirement r on r.case_id = ids.id and r.required and not r.no_longer_needed
    group by ids.id
  ) counted
  where case_file.id = counted.id
$$;

create function requirement_counts() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform case_counts_refresh(array(select distinct case_id from old_rows));
  else
    perform case_counts_refresh(array(select distinct case_id from new_rows));
  end if;
  return null;
end
$$;

create trigger requirement_counts_insert after insert on requirement
  referencing new table as new_rows for each statement execute function requirement_counts();
create trigger requirement_counts_update after update on requirement
  referencing new table as new_rows for each statement execute function requirement_counts();
create trigger requirement_counts_delete after delete on requirement
  referencing old table as old_rows for each statement execute function requirement_counts();

-- The next open hard deadline.
create function case_deadline_refresh() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed uuid := coalesce(new.case_id, old.case_id);
  next_due record;
begin
  select due_on, kind into next_due from deadline
    where case_id = changed and state = 'open' and hard order by due_on limit 1;
  update case_file set next_deadline_on = next_due.due_on, next_deadline_kind = next_due.kind where id = changed;
  return null;
end
$$;

create trigger deadline_next after insert or update or delete on deadline
  for each row execute function case_deadline_refresh();

-- The words a case is found by: number, names, e-mail, phone, occupation, profile number.
create function case_search_text(target uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select lower(concat_ws(' ', c.number, c.display_name, c.noc_code, k.given_name, k.family_name, k.email, k.phone,
    (select string_agg(p.profile_number, ' ') from express_entry_profile p where p.case_id = c.id),
    (select string_agg(concat_ws(' ', q.given_name, q.family_name), ' ') from person q where q.case_id = c.id)))
  from case_file c join client k on k.id = c.client_id where c.id = target
$$;

create function case_search_refresh() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'client' then
    update case_file set search_text = case_search_text(id) where client_id = new.id;
  elsif tg_table_name = 'case_file' then
    update case_file set search_text = case_search_text(id) where id = new.id;
  else
    update case_file set search_text = case_search_text(id) where id = coalesce(new.case_id, old.case_id);
  end if;
  return null;
end
$$;

create trigger case_file_search_insert after insert on case_file
  for each row execute function case_search_refresh();
create trigger case_file_search_update after update of display_name, noc_code, number on case_file
  for each row execute function case_search_refresh();
create trigger client_search after update of given_name, family_name, email, phone on client
  for each row execute function case_search_refresh();
create trigger person_search after insert or delete or update of given_name, family_name on person
  for each row execute function case_search_refresh();
create trigger profile_search after insert or update of profile_number on express_entry_profile
  for each row execute function case_search_refresh();

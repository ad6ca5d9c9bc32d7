-- Two keys for the date of an invitation (docs/decisions/two-keys.md): read from the letter and entered by one person
-- (recorded_by), read again and typed by another (confirmed_by). Unconfirmed, the window runs all the same, to the
-- earliest last day that anybody has read.
alter table invitation add column letter_document_id uuid;
alter table invitation add column confirmed_by uuid references app_user (id);
alter table invitation add column confirmed_at timestamptz;
-- What the second person read where it differs; settled by entering the date anew, or by reading the letter again.
alter table invitation add column disputed_issue_date date;
alter table invitation add column disputed_deadline date;
alter table invitation add column disputed_by uuid references app_user (id);
alter table invitation add column disputed_at timestamptz;
alter table invitation add constraint invitation_letter_fk
  foreign key (letter_document_id, case_id, client_id) references document (id, case_id, client_id);
alter table invitation add constraint invitation_confirmed
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null or letter_document_id is not null));
alter table invitation add constraint invitation_disputed
  check (num_nulls(disputed_issue_date, disputed_deadline, disputed_by, disputed_at) in (0, 4)
    and (disputed_by is null or confirmed_by is null));
create index invitation_unconfirmed on invitation (case_id) where status = 'open' and confirmed_at is null;

-- A letter is one of the same case, for clocks too.
alter table deadline add constraint deadline_letter_fk
  foreign key (source_document_id, case_id, client_id) references document (id, case_id, client_id);

-- One person never turns both keys, by whatever door; unless nobody else in the firm could hold the second one. And what
-- was confirmed does not change under its confirmation.
create function invitation_keeps_two_keys() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.confirmed_by is null then
    return new;
  end if;
  if new.confirmed_by = new.recorded_by and exists (
    select from app_user
    where id <> new.recorded_by and status = 'active' and role in ('consultant', 'manager')
  ) then
    raise exception 'the date of an invitation needs two persons'
      using errcode = 'check_violation', constraint = 'invitation_two_keys';
  end if;
  if tg_op = 'UPDATE' and old.confirmed_at = new.confirmed_at
    and (old.received_at, old.issue_date, old.shown_expiry, old.deadline_date, old.letter_document_id, old.recorded_by)
      is distinct from
      (new.received_at, new.issue_date, new.shown_expiry, new.deadline_date, new.letter_document_id, new.recorded_by)
  then
    raise exception 'a confirmed date needs both keys again'
      using errcode = 'check_violation', constraint = 'invitation_two_keys';
  end if;
  return new;
end
$$;
create trigger invitation_two_keys
  before insert or update of confirmed_by, confirmed_at, received_at, issue_date, shown_expiry, deadline_date,
    letter_document_id, recorded_by
  on invitation for each row execute function invitation_keeps_two_keys();

-- ON_HOLD (rules reference, section 8): an interrupt of an application, not a stage. The stage and every clock stay as
-- they are. A challenge of a refusal is one too.
alter table application
  add column held_on date,
  add column held_reason text check (held_reason <> ''),
  add constraint application_held check ((held_on is null) = (held_reason is null));
-- That it is on hold, and since when; the reason is the firm's note.
grant select (held_on) on application to landfall_portal;

-- Derived, stored for lists.
alter table case_file add column held_on date;
create function case_follows_hold() returns trigger language plpgsql as $$
begin
  update case_file set held_on = new.held_on where id = new.case_id and held_on is distinct from new.held_on;
  return null;
end $$;
create trigger application_hold after insert or update of held_on on application
  for each row execute function case_follows_hold();

-- A challenge that was recorded before holds its refusal since then.
update application a set held_on = a.challenged_on,
  held_reason = case a.challenge when 'court' then 'Leave of the Federal Court asked for, by counsel' else 'IRCC asked to reconsider' end
from case_file c where c.id = a.case_id and c.stage = 'REFUSED' and a.challenge is not null and a.challenged_on is not null;

-- Whether and what a case has sent is asked on every page of it.
create index submission_case on submission (case_id, submitted_at desc);

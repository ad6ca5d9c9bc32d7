-- When a member of staff is away, and who has their cases meanwhile: rows of their own in place of three columns of the
-- account, so that a leave can be entered ahead, two never overlap, and what was stays on record.
create extension if not exists btree_gist;

create table staff_leave (
  id uuid primary key,
  user_id uuid not null references app_user (id),
  from_on date not null,
  -- The last day away.
  to_on date not null,
  cover_user_id uuid references app_user (id),
  note text,
  recorded_by uuid references app_user (id),
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint staff_leave_days check (from_on <= to_on and to_on <= from_on + 730),
  constraint staff_leave_cover check (cover_user_id <> user_id),
  constraint staff_leave_apart exclude using gist (user_id with =, daterange(from_on, to_on, '[]') with &&)
);
create index staff_leave_user on staff_leave (user_id, to_on);
create index staff_leave_cover on staff_leave (cover_user_id, to_on);
create index staff_leave_end on staff_leave (to_on);

alter table staff_leave enable row level security;
grant select, insert, update, delete on staff_leave to landfall_app;
create policy staff_leave_app on staff_leave for all to landfall_app using (true) with check (true);

-- Whoever covers can: an active colleague who may own a case.
create function staff_leave_cover_is_active() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if new.cover_user_id is not null and not exists (
    select from app_user where id = new.cover_user_id and status = 'active' and role in ('consultant', 'manager')
    for share
  ) then
    raise exception 'the cover of a leave must be an active consultant or manager'
      using errcode = 'check_violation', constraint = 'staff_leave_cover_active';
  end if;
  return new;
end
$$;
create trigger staff_leave_cover_active before insert or update of cover_user_id on staff_leave
  for each row execute function staff_leave_cover_is_active();

-- And stays one until the leave is over: asked at commit, so that one transaction may name another cover.
create function covers_until_leave_ends() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from app_user u join staff_leave l on l.cover_user_id = u.id
    where u.id = new.id and (u.status <> 'active' or u.role not in ('consultant', 'manager')) and l.to_on >= (
      now() at time zone coalesce((select time_zone from firm where id = 1), 'America/Toronto'))::date
  ) then
    raise exception 'this person covers a leave that is not over'
      using errcode = 'check_violation', constraint = 'app_user_covers';
  end if;
  return null;
end
$$;
create constraint trigger app_user_covers after update of status, role on app_user
  deferrable initially deferred for each row execute function covers_until_leave_ends();

-- For whom somebody stands in on a day: those who named them, and those whom these in turn stand in for. UNION ends a
-- circle of people who cover each other.
create function stands_in_for(person uuid, on_day date) returns setof uuid
language sql stable set search_path = public, pg_temp as $$
  with recursive covered (user_id) as (
    select user_id from staff_leave where cover_user_id = person and on_day between from_on and to_on
    union
    select l.user_id from staff_leave l join covered c on l.cover_user_id = c.user_id
    where on_day between l.from_on and l.to_on
  )
  select user_id from covered where user_id <> person
$$;

insert into staff_leave (id, user_id, from_on, to_on, cover_user_id, recorded_at)
select gen_random_uuid(), person.id, person.away_from, person.away_to,
  (select cover.id from app_user cover where cover.id = person.cover_user_id and cover.id <> person.id
    and cover.status = 'active' and cover.role in ('consultant', 'manager')), now()
from app_user person
where person.away_from <= person.away_to and person.away_to <= person.away_from + 730 and person.role <> 'client';

-- Hours a week that somebody has for reviewing documents; nothing said: the firm's measure.
alter table app_user add column weekly_review_hours integer
  check (weekly_review_hours between 0 and 60);

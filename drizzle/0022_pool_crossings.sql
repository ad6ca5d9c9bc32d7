-- The radar by index: beside the first day on which a recent round no longer reaches a profile stand how many points
-- would make up for it, and the first day on which a round begins to reach it. The worker writes them, with every
-- scoring and after every recorded round.
alter table pool_standing
  -- null: nothing of the score makes up for it, as at the end of the profile's year.
  add column falls_by integer check (falls_by > 0),
  add column rises_on date;
drop index pool_standing_advice;
create index pool_standing_falls on pool_standing (falls_on) where falls_on is not null;
create index pool_standing_rises on pool_standing (rises_on) where rises_on is not null;
create index pool_standing_advice on pool_standing (falls_on) where falls_by is not null and advice is null;
create index pool_standing_waiting on pool_standing (profile_id) where horizon is null;

-- The pool is ranked by its standings: nothing orders profiles by the recorded score any more.
drop index profile_ranked;
drop index profile_score;

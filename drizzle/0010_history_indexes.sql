-- Windows by their last day whatever became of them (the trend above the board), and profiles by score whatever
-- their status (a round against all who were in the pool at the time).
create index invitation_deadline on invitation (deadline_date);
create index profile_score on express_entry_profile (crs_score desc, submitted_at);

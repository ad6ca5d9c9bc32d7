-- Until when the status in Canada holds; null: not asked, or it has no end.
alter table person add column status_expires_on date;

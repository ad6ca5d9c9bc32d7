-- Occupations carry their titles as people write them, so that a search can name the one it matched.
alter table occupation add column titles text[] not null default '{}';

-- One principal and at most one spouse in a file, whatever the code above forgets.
create unique index person_one_principal on person (case_id) where role = 'principal';
create unique index person_one_spouse on person (case_id) where role = 'spouse';

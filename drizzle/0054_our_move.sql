-- The next steps of Today: the files of one owner at the stages where it is the firm's move, in the order of their dates.
-- Without it they were found by walking the dates of all files. The stages are those of lib/tasks/today/visibility.ts.
create index case_file_our_move on case_file (owner_id, next_deadline_on, stage_since)
  where stage in ('ENQUIRY', 'CONSULTATION', 'RETAINER_PENDING', 'RETAINED', 'ASSESSMENT', 'PROFILE_PREPARATION',
                  'ITA_EXPIRED', 'REJECTED_INCOMPLETE');

-- What the reports count is found by the day it happened: files by their opening, steps, acceptances and reviews.
create index case_file_created on case_file (created_at);
create index stage_change_left on stage_change (at) where from_stage is not null;
create index requirement_event_accepted_at on requirement_event (at) where state = 'accepted';
create index document_version_reviewed on document_version (reviewed_at) where state in ('accepted', 'returned');

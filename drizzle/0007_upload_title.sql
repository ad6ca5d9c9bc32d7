-- A file that answers no checklist line says what it is: "Service agreement, signed".
alter table upload add column title text;
alter table upload add constraint upload_named check (requirement_id is not null or title is not null);

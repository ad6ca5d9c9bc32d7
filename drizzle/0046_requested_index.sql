-- What lies with a client since a day is found by it: the stalled clients of Today, counted on every staff page. What was
-- sent back has its index already.
create index requirement_requested on requirement (requested_at) where state = 'requested';

-- What lists and queues are answered from, so that none of them reads a whole table.

-- Staff are a handful among the accounts of all clients.
create index app_user_staff on app_user (name, id) where role <> 'client';

-- Returned documents that nobody touched since: the queue's "stalled".
create index requirement_returned on requirement (decided_at) where state = 'returned';

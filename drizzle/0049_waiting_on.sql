-- Whom a case waits on is asked of its open items: few of all that a firm has ever collected.
create index requirement_open on requirement (case_id, state, responsible)
  where required and not no_longer_needed and state not in ('accepted', 'waived');

import type pg from "pg";
import { SEEDED_TABLE_NAMES } from "./rows";

/** Tables whose triggers would work row by row on what one pass at the end does for all. */
const TRIGGERED = [
  "case_file",
  "person",
  "express_entry_profile",
  "requirement",
  "deadline",
  "audit_event",
] as const;
const TOUCHED = [...SEEDED_TABLE_NAMES, "audit_chain", "pool_standing", "requirement_event"].join(", ");

/**
 * The columns that the triggers of drizzle/0004_derived_columns.sql keep, in one pass over the new files, which are
 * those without search words. A test holds the result against the triggers' own functions.
 */
const DERIVE_CASES = `
  update case_file set
    search_text = case_search_text(case_file.id),
    next_deadline_on = next_due.due_on,
    next_deadline_kind = next_due.kind,
    required_count = coalesce(counted.required, 0),
    accepted_count = coalesce(counted.accepted, 0),
    review_count = coalesce(counted.review, 0),
    returned_count = coalesce(counted.returned, 0)
  from case_file fresh
  left join (
    select distinct on (case_id) case_id, due_on, kind from deadline
    where state = 'open' and hard order by case_id, due_on
  ) next_due on next_due.case_id = fresh.id
  left join (
    select case_id, count(*) as required,
      count(*) filter (where state in ('accepted', 'waived')) as accepted,
      count(*) filter (where state in ('received', 'in_review')) as review,
      count(*) filter (where state = 'returned') as returned
    from requirement where required and not no_longer_needed group by case_id
  ) counted on counted.case_id = fresh.id
  where fresh.search_text = '' and case_file.id = fresh.id`;

/** Where the new live profiles stand, as their trigger would have begun it: the next re-scoring computes the rest. */
const BEGIN_STANDINGS = `
  insert into pool_standing (profile_id, case_id, client_id, submitted_at, score, ruleset_id, classes)
  select id, case_id, client_id, submitted_at, crs_score, ruleset_id, classes
  from express_entry_profile where status = 'live'
  on conflict (profile_id) do nothing`;

/** What became of the new lines, as their trigger would have kept it: the firm's own days are counted from it. */
const FILL_HISTORY = "select requirement_history_fill()";

/**
 * The links of the audit chain for the events that have none, as the trigger of drizzle/0003_audit_chain.sql would
 * make them one by one at commit. The head is locked first, so that nobody links in between.
 */
const LINK_EVENTS = `
  do $$
  declare
    head audit_head;
    event audit_event;
    link bigint;
    digest bytea;
  begin
    select * into head from audit_head where id = 'head' for update;
    link := head.seq;
    digest := head.hash;
    for event in
      select e.* from audit_event e
      where not exists (select from audit_chain c where c.event_id = e.id) order by e.at, e.id
    loop
      link := link + 1;
      digest := sha256(digest || convert_to(audit_canonical(event), 'UTF8'));
      insert into audit_chain (seq, event_id, hash) values (link, event.id, digest);
    end loop;
    update audit_head set seq = link, hash = digest where id = 'head';
  end
  $$`;

async function switchTriggers(owner: pg.ClientBase, state: "enable" | "disable"): Promise<void> {
  for (const table of TRIGGERED) await owner.query(`alter table ${table} ${state} trigger user`);
}

/**
 * Runs `load` as the tables' owner in one transaction with the row triggers off, then does their work in one pass:
 * derived columns of the new files, links of the new events. A load that ends half way leaves nothing. Until it
 * commits, other writers of these tables wait; readers do not.
 */
export async function inBulkTransaction(owner: pg.ClientBase, load: () => Promise<void>): Promise<void> {
  await owner.query("begin");
  try {
    await owner.query("set local statement_timeout = 0");
    await switchTriggers(owner, "disable");
    await load();
    // The planner has to know what has come in: the passes below join it.
    await owner.query(`analyze ${TOUCHED}`);
    await owner.query(DERIVE_CASES);
    await owner.query(BEGIN_STANDINGS);
    await owner.query(FILL_HISTORY);
    await owner.query(LINK_EVENTS);
    await switchTriggers(owner, "enable");
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback");
    throw error;
  }
  // What autovacuum would do in its own time: among it the search index's pending list, which the planner fears.
  await owner.query(`vacuum (analyze) ${TOUCHED}`);
}

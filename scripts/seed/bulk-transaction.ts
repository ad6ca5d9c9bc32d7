import type pg from "pg";

/** Tables whose triggers would work row by row on what one pass at the end does for all. */
const TRIGGERED = [
  "case_file",
  "person",
  "express_entry_profile",
  "requirement",
  "deadline",
  "audit_event",
] as const;
/** As many cases as one statement counts. */
const COUNTED_AT_ONCE = 20_000;

/** The columns that the triggers of drizzle/0004_derived_columns.sql keep; new files are those without search words. */
const DERIVE_CASES = `
  update case_file set
    search_text = case_search_text(case_file.id),
    next_deadline_on = next_due.due_on,
    next_deadline_kind = next_due.kind
  from case_file fresh
  left join (
    select distinct on (case_id) case_id, due_on, kind from deadline
    where state = 'open' and hard order by case_id, due_on
  ) next_due on next_due.case_id = fresh.id
  where fresh.search_text = '' and case_file.id = fresh.id`;

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
    await deriveColumns(owner);
    await owner.query(LINK_EVENTS);
    await switchTriggers(owner, "enable");
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback");
    throw error;
  }
  // Outside the transaction: the planner should know the new sizes at once.
  await owner.query("analyze");
}

async function deriveColumns(owner: pg.ClientBase): Promise<void> {
  const fresh = await owner.query<{ id: string }>(
    "select distinct case_id as id from requirement join case_file on case_file.id = case_id where search_text = ''",
  );
  const ids = fresh.rows.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += COUNTED_AT_ONCE) {
    await owner.query("select case_counts_refresh($1::uuid[])", [ids.slice(from, from + COUNTED_AT_ONCE)]);
  }
  await owner.query(DERIVE_CASES);
}

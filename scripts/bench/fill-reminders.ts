import type pg from "pg";

/** So many rows the firm has after years of ladders (SECURITY.md 6.3), nearly all of them settled. */
const REMINDERS = 2_000_000;

/** A rung far above every ladder's own: marks the rows that the bench made. */
const BENCH_RUNG = 100_000;

/**
 * Fills the table of reminders up to two million rows, spread over all clocks, as settled as those of years are. By the
 * tables' owner, in one statement and without the row triggers' work: the rows are of no ladder and are told to nobody.
 */
export async function fillReminders(owner: pg.ClientBase): Promise<void> {
  await owner.query("set statement_timeout = 0");
  await owner.query(
    `insert into reminder (id, deadline_id, case_id, client_id, deadline_version, rung, due_on, remind_at, state, settled_at)
     select gen_random_uuid(), d.id, d.case_id, d.client_id, d.version, $2::integer + n, d.due_on,
       d.created_at + make_interval(days => n), 'sent', d.created_at + make_interval(days => n)
     from deadline d, generate_series(1, (select ceil($1::numeric / greatest(1, count(*)))::integer from deadline)) n
     limit greatest(0, $1::bigint - (select count(*) from reminder))
     on conflict do nothing`,
    [REMINDERS, BENCH_RUNG],
  );
  await owner.query("vacuum (analyze) reminder");
}

/** Takes the bench's own rows out again. */
export async function emptyReminders(owner: pg.ClientBase): Promise<void> {
  await owner.query("set statement_timeout = 0");
  await owner.query("delete from reminder where rung > $1", [BENCH_RUNG]);
}

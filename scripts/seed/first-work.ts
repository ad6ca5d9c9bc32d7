import type { Client } from "pg";

/** Rounds of the demonstration that are replayed from the start; the others when somebody asks. */
const REPLAYED = 6;

/**
 * What the worker does first in a demonstration: score every open file for the day, with the months ahead, start
 * the clocks of the facts, and replay the latest rounds. At the end of IRCC's day where no instant of a round is published, as lib/draws/replay does it.
 */
export async function planFirstWork(client: Client, now: Date): Promise<void> {
  await client.query("select enqueue('rescore-cases', '{}'::json), enqueue('derive-clocks', '{}'::json)");
  await client.query(
    `with newest as (
       insert into round_replay
         (id, round_id, round_version, reason, on_date, at, program, lowest_crs, tie_break_at, requested_at)
       select gen_random_uuid(), id, version, 'asked', date,
         coalesce(at, (date + 1)::timestamp at time zone 'America/Toronto'), program, lowest_crs, tie_break_at, $1
       from round order by date desc, number desc limit $2
       returning id)
     select enqueue('replay-round', json_build_object('replayId', id)) from newest`,
    [now, REPLAYED],
  );
}

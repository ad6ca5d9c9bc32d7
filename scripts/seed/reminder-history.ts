import type { Client } from "pg";
import type { DeadlineKind } from "@/lib/deadlines/types";
import { newId } from "@/lib/ids/id";
import { ladderOf, MISSED, remindAt } from "@/lib/reminders/rules";

interface Clock {
  id: string;
  case_id: string;
  client_id: string;
  kind: DeadlineKind;
  due_on: string;
  time_zone: string;
  version: number;
  state: "open" | "missed";
  created_at: Date;
}

const CLOCKS = `select id, case_id, client_id, kind, due_on::text as due_on, time_zone, version, state, created_at
  from deadline where state = 'open' or (state = 'missed' and hard)`;

/** The rungs of a clock as they would stand now: what has passed was told in its time, the rest waits. */
function rowsOf(clock: Clock, now: Date) {
  return ladderOf(clock.kind)
    .filter(({ days, onlyIfTight }) => (clock.state === "open" ? !onlyIfTight : days === MISSED))
    .map(({ days }) => ({ days, at: remindAt(clock.due_on, days, clock.time_zone) }))
    .filter(({ at }) => at > clock.created_at)
    .map(({ days, at }) => ({
      ...{ id: newId(), deadline_id: clock.id, case_id: clock.case_id, client_id: clock.client_id },
      ...{ deadline_version: clock.version, rung: days, due_on: clock.due_on, remind_at: at.toISOString() },
      ...{ state: at <= now ? "sent" : "waiting", settled_at: at <= now ? at.toISOString() : null },
    }));
}

/**
 * The reminders that the demonstration's clocks have had by now and those that are ahead, what was told to whom, and the
 * one window that was missed as an escalation that waits for a decision.
 */
export async function writeReminderHistory(client: Client, now: Date): Promise<void> {
  const { rows: clocks } = await client.query<Clock>(CLOCKS);
  const reminders = clocks.flatMap((clock) => rowsOf(clock, now));
  await client.query(
    `insert into reminder (id, deadline_id, case_id, client_id, deadline_version, rung, due_on, remind_at, state, settled_at, created_at)
     select id, deadline_id, case_id, client_id, deadline_version, rung, due_on, remind_at, state, settled_at, least(remind_at, $2)
     from jsonb_to_recordset($1::jsonb) as row (id uuid, deadline_id uuid, case_id uuid, client_id uuid,
       deadline_version int, rung int, due_on date, remind_at timestamptz, state text, settled_at timestamptz)`,
    [JSON.stringify(reminders), now],
  );
  await client.query("update deadline set ladder_version = version");
  // The latest of each clock was told to the client, and to whose file it is.
  await client.query(
    `insert into notice (id, user_id, kind, key, deadline_id, case_id, client_id, due_on, created_at, read_at)
     select gen_random_uuid(), person.id, case when told.rung = -1 then 'missed' else 'reminder' end,
       'reminder:' || told.deadline_id || ':' || told.deadline_version || ':' || told.rung,
       told.deadline_id, told.case_id, told.client_id, told.due_on, told.settled_at,
       case when told.settled_at < $1::timestamptz - interval '3 days' then told.settled_at + interval '2 hours' end
     from (select distinct on (deadline_id) * from reminder where state = 'sent' order by deadline_id, rung) as told
     join case_file on case_file.id = told.case_id
     join app_user as person on person.status = 'active'
       and (person.id = case_file.owner_id
         or (told.rung >= 0 and person.client_id = case_file.client_id)
         or (told.rung = -1 and person.role = 'manager'))`,
    [now],
  );
  await client.query(
    `insert into escalation (id, deadline_id, case_id, client_id, cause, due_on, raised_at, next_tell_at)
     select gen_random_uuid(), d.id, d.case_id, d.client_id, 'missed', d.due_on, r.settled_at,
       ((($1::timestamptz at time zone d.time_zone)::date + 1) + time '09:00') at time zone d.time_zone
     from deadline d join reminder r on r.deadline_id = d.id and r.rung = -1 and r.state = 'sent'
     where d.state = 'missed' and d.kind = 'ita' order by d.due_on desc limit 1`,
    [now],
  );
}

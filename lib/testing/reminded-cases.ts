import { ActorContext } from "@/lib/command/actor-context";
import { closeDeadline, setDeadline } from "@/lib/deadlines/commands/set-deadline";
import type { DeadlineState, DeadlineToSet } from "@/lib/deadlines/types";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { remind } from "@/lib/jobs/tasks/remind";
import { workerCaller } from "@/lib/jobs/work-off";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

const ZONE = "America/Toronto";

/** Files with a clock of sixty days, its reminders, and what was told of them. */
export function remindedCases(database: TestDatabase, firm: TestFirm) {
  const sources = new Map<string, string>();

  const query = async <T extends object>(sql: string, values: unknown[] = []) =>
    (await database.owner.query<T>(sql, values)).rows;

  const inWrite = <T>(work: (ctx: ActorContext) => Promise<T>) =>
    ActorContext.open(firm.runtime.pools, firm.runtime.deps, workerCaller(), "write", work);

  const tools = () => ({ ...firm.runtime, signal: new AbortController().signal });

  /** The calendar day in the clocks' zone. */
  async function today(): Promise<string> {
    const [row] = await query<{ on: string }>(`select (now() at time zone '${ZONE}')::date::text as on`);
    return row?.on ?? "";
  }

  function sourceOf(file: TestCase): string {
    const source = sources.get(file.caseId) ?? newId();
    sources.set(file.caseId, source);
    return source;
  }

  /** Sets or moves the sixty days of a file, so many of them left; the id of the clock. */
  async function setWindow(
    file: TestCase,
    daysLeft: number,
    more: Partial<DeadlineToSet> = {},
  ): Promise<string> {
    const sourceId = sourceOf(file);
    const dueOn = addDays(await today(), daysLeft);
    await inWrite((ctx) =>
      setDeadline(
        ctx,
        { id: file.caseId, clientId: file.clientId },
        {
          ...{ clock: "ita", title: "60 days", sourceKind: "invitation", sourceId, startDate: null },
          ...{ timeZone: ZONE, rule: "issued + 60 days", dueOn, ...more },
        },
      ),
    );
    const [row] = await query<{ id: string }>("select id from deadline where source_id = $1", [sourceId]);
    return row?.id ?? "";
  }

  async function closeWindow(file: TestCase, state: Exclude<DeadlineState, "open">): Promise<void> {
    const source = { kind: "ita" as const, sourceId: sourceOf(file) };
    await inWrite((ctx) => closeDeadline(ctx, { id: file.caseId, clientId: file.clientId }, source, state));
  }

  const rowsOf = (deadlineId: string) =>
    query<{ rung: number; state: string; version: number }>(
      `select rung, state, deadline_version as version from reminder where deadline_id = $1
       order by deadline_version, rung desc`,
      [deadlineId],
    );

  /** The rungs that are yet to be told, the farthest first. */
  const waiting = async (deadlineId: string) =>
    (await rowsOf(deadlineId)).filter(({ state }) => state === "waiting").map(({ rung }) => rung);

  /** When the job of a clock runs, and when its next reminder is due. */
  const jobOf = (deadlineId: string) =>
    query<{ at: Date; next: Date }>(
      `select run_at as at, (select min(remind_at) from reminder where deadline_id = $1 and state = 'waiting') as next
       from graphile_worker.jobs where key = 'remind:' || $1::text`,
      [deadlineId],
    );

  /** As if days had gone by: these rungs are due now. */
  const makeDue = (deadlineId: string, ...rungs: number[]) =>
    query(
      `update reminder set remind_at = now() - interval '1 minute'
       where deadline_id = $1 and rung = any($2) and state = 'waiting'`,
      [deadlineId, rungs],
    );

  /** Does the job of a clock. */
  const send = (deadlineId: string) => remind({ deadlineId }, tools());

  /** What was told of a clock in the app, and to whom. */
  const told = (deadlineId: string) =>
    query<{ kind: string; who: string }>(
      `select notice.kind, app_user.role as who from notice join app_user on app_user.id = user_id
       where deadline_id = $1 order by notice.created_at, app_user.role, notice.key`,
      [deadlineId],
    );

  /** An item of the checklist. */
  async function addItem(
    file: TestCase,
    { leadDays, state }: { leadDays: number; state: string },
  ): Promise<void> {
    await query(
      `insert into requirement (id, case_id, client_id, kind, rule_key, title, reason, required, state, lead_days)
       values (gen_random_uuid(), $1, $2, 'police', 'police:IN', 'Police certificate', 'lived there', true, $3, $4)`,
      [file.caseId, file.clientId, state, leadDays],
    );
  }

  return {
    query,
    tools,
    today,
    setWindow,
    closeWindow,
    rowsOf,
    waiting,
    jobOf,
    makeDue,
    send,
    told,
    addItem,
  };
}

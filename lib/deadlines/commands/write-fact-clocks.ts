import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { deadline } from "@/lib/db/schema/pool";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { isHard } from "@/lib/express-entry/timing/clock-catalogue";
import { examClock } from "@/lib/express-entry/timing/exam-clock";
import { factClocks } from "@/lib/express-entry/timing/fact-clocks";
import { newId } from "@/lib/ids/id";
import { writeLadders } from "@/lib/reminders/commands/write-ladders";
import { getRuleTables } from "@/lib/rules/queries";
import { clockRuns } from "../rules";
import { countedExams } from "../visibility";

/** Where a derived clock comes from: a fact of the file, or an accepted item of its checklist. */
const FROM_FACTS = "fact";
const FROM_ITEM = "requirement";

/** A file with the facts that it has now. */
export interface ClockedFile extends Pick<LockedCase, "id" | "clientId" | "stage"> {
  facts: CaseFacts;
}

function rowsOf({ id: caseId, clientId, stage, facts }: ClockedFile, on: IsoDate) {
  if (!facts.people.some(({ role }) => role === "principal")) return [];
  return factClocks(facts, on)
    .filter(({ kind }) => clockRuns(kind, stage))
    .map(({ kind, sourceId, startDate, dueOn, title, rule }) => ({
      ...{ id: newId(), caseId, clientId, kind, sourceId, startDate, dueOn, title, rule },
      ...{ hard: isHard(kind), sourceKind: FROM_FACTS },
    }));
}

/** The clocks of the medical exams that were accepted. */
async function examRows(ctx: ActorContext, files: readonly ClockedFile[], on: IsoDate) {
  const running = new Map(
    files
      .filter(({ stage }) => clockRuns("medical", stage))
      .map(({ id, clientId }) => [String(id), clientId]),
  );
  const exams = countedExams(ctx);
  const found = await ctx.db
    .select()
    .from(exams)
    .where(inArray(exams.caseId, [...running.keys()]));
  if (found.length === 0) return [];
  const rules = documentRulesOn(on, { tables: await getRuleTables(ctx) });
  return found.map(({ id, caseId, personName, ...exam }) => ({
    ...{ id: newId(), caseId, clientId: running.get(caseId), kind: "medical", hard: isHard("medical") },
    ...{ sourceKind: FROM_ITEM, sourceId: id, startDate: exam.issuedOn, ...examClock(exam, rules) },
    title: personName === "" ? "Medical exam ends" : `Medical exam of ${personName} ends`,
  }));
}

/**
 * Makes the derived clocks of some files what their facts, their accepted exams and their stages say as of a day: new
 * ones are set, moved ones get a new version, those whose source is gone are void. In the caller's transaction, the
 * cases locked; twice changes nothing more. Returns how many changed.
 */
export async function writeFactClocks(
  ctx: ActorContext,
  files: readonly ClockedFile[],
  { on, timeZone }: { on: IsoDate; timeZone: string },
): Promise<number> {
  if (files.length === 0) return 0;
  const rows = [...files.flatMap((file) => rowsOf(file, on)), ...(await examRows(ctx, files, on))];
  const wanted = JSON.stringify(rows);
  const set = await ctx.db.execute(sql`
    insert into ${deadline} as clock
      (id, case_id, client_id, kind, title, source_kind, source_id, start_date, time_zone, rule, due_on, hard, created_at)
    select id, "caseId", "clientId", kind, title, "sourceKind", "sourceId", "startDate", ${timeZone}, rule, "dueOn",
      hard, ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${wanted}::jsonb) as wanted (id uuid, "caseId" uuid, "clientId" uuid, kind text,
      title text, "sourceKind" text, "sourceId" uuid, "startDate" date, rule text, "dueOn" date, hard boolean)
    on conflict (source_kind, source_id, kind) do update
    set title = excluded.title, start_date = excluded.start_date, rule = excluded.rule, due_on = excluded.due_on,
      hard = excluded.hard, time_zone = excluded.time_zone, state = 'open', closed_at = null, version = clock.version + 1
    where (clock.title, clock.start_date, clock.rule, clock.due_on, clock.hard, clock.time_zone, clock.state) is distinct from
      (excluded.title, excluded.start_date, excluded.rule, excluded.due_on, excluded.hard, excluded.time_zone, 'open')`);
  const gone = await ctx.db.execute(sql`
    update ${deadline} as clock
    set state = 'void', closed_at = ${ctx.now.toISOString()}::timestamptz, version = clock.version + 1
    where (clock.source_kind = ${FROM_FACTS} or (clock.source_kind = ${FROM_ITEM} and clock.kind = 'medical'))
      and clock.state = 'open'
      and clock.case_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(files.map(({ id }) => id))}::jsonb))
      and not exists (select from jsonb_to_recordset(${wanted}::jsonb) as wanted (kind text, "sourceId" uuid)
        where wanted.kind = clock.kind and wanted."sourceId" = clock.source_id)`);
  const changed = (set.rowCount ?? 0) + (gone.rowCount ?? 0);
  if (changed > 0) await writeLadders(ctx, { caseIds: files.map(({ id }) => id) });
  return changed;
}

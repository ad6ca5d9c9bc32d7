import "server-only";
import { and, eq, gte, inArray, lt, lte, notInArray, type SQL } from "drizzle-orm";
import type { WaitingPart } from "@/lib/checklist/waiting/types";
import { visibleWaitingCases } from "@/lib/checklist/waiting/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { searchCondition } from "../queries";
import { ENDED_STAGES } from "../rules";
import type { visibleCaseRows } from "../visibility";
import type { CaseListState } from "./types";

type Cases = ReturnType<typeof visibleCaseRows>;

/** Has an open item that this part holds. Nobody waits for anything of a case that has ended. */
function waitsOn(ctx: StaffContext, cases: Cases, part: WaitingPart): SQL | undefined {
  const waiting = visibleWaitingCases(ctx, part);
  const held = ctx.db.select({ caseId: waiting.caseId }).from(waiting);
  return and(notInArray(cases.stage, [...ENDED_STAGES]), inArray(cases.id, held));
}

/** What the address of the list asks for. */
export function filterCondition(
  ctx: StaffContext,
  cases: Cases,
  state: CaseListState,
  today: string,
): SQL | undefined {
  const { q, stages, owner, program, due, waiting } = state;
  return and(
    q === "" ? undefined : searchCondition(cases.searchText, q),
    stages.length === 0 ? undefined : inArray(cases.stage, stages),
    owner === null ? undefined : eq(cases.ownerId, owner),
    program === null ? undefined : eq(cases.program, program),
    due === null
      ? undefined
      : due === "passed"
        ? lt(cases.nextDeadlineOn, today)
        : and(gte(cases.nextDeadlineOn, today), lte(cases.nextDeadlineOn, addDays(today, Number(due)))),
    waiting === null ? undefined : waitsOn(ctx, cases, waiting),
  );
}

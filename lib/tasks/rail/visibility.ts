import "server-only";
import { and, eq } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { deadline } from "@/lib/db/schema/pool";
import { mine, type QueueOf } from "../today/visibility";

/** Every open date of these cases, for the week ahead. */
export function visibleOwnDates(ctx: StaffContext, of: QueueOf) {
  return ctx.db
    .select({
      number: caseFile.number,
      displayName: caseFile.displayName,
      kind: deadline.kind,
      title: deadline.title,
      dueOn: deadline.dueOn,
      hard: deadline.hard,
    })
    .from(deadline)
    .innerJoin(caseFile, eq(caseFile.id, deadline.caseId))
    .where(and(mine(ctx, of), eq(deadline.state, "open")))
    .as("visible_own_date");
}

/** These cases as the caseload counts them, and their open windows. */
export function visibleOwnCases(ctx: StaffContext, of: QueueOf) {
  return ctx.db
    .select({
      number: caseFile.number,
      displayName: caseFile.displayName,
      nextDeadlineOn: caseFile.nextDeadlineOn,
      nextDeadlineKind: caseFile.nextDeadlineKind,
      stage: caseFile.stage,
      requiredCount: caseFile.requiredCount,
      acceptedCount: caseFile.acceptedCount,
      plannedSubmissionOn: caseFile.plannedSubmissionOn,
    })
    .from(caseFile)
    .where(mine(ctx, of))
    .as("visible_own_case");
}

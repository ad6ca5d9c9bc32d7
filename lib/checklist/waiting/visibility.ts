import "server-only";
import { and, eq, or, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { requirement } from "@/lib/db/schema/documents";
import { combinationsOf } from "./rules";
import type { WaitingPart } from "./types";

/** The lines whose ball a part holds, by the rule's own combinations. */
export function heldBy(part: WaitingPart) {
  return or(
    ...combinationsOf(part).map(({ state, responsible, applied }) =>
      and(
        eq(requirement.state, state),
        eq(requirement.responsible, responsible),
        applied ? sql`${requirement.appliedOn} is not null` : sql`${requirement.appliedOn} is null`,
      ),
    ),
  );
}

/** The cases this actor sees that wait on a part: each with an open required item that it holds. */
export function visibleWaitingCases(ctx: ActorContext, part: WaitingPart) {
  return ctx.db
    .selectDistinct({ caseId: requirement.caseId })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .where(
      and(
        caseVisibleTo(ctx.actor),
        eq(requirement.required, true),
        eq(requirement.noLongerNeeded, false),
        // As the index on open items has it.
        sql`${requirement.state} not in ('accepted', 'waived')`,
        heldBy(part),
      ),
    )
    .as("visible_waiting_case");
}

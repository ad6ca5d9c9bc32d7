import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { requirement, type RequirementState } from "@/lib/db/schema/documents";
import { writeFactClocks } from "@/lib/deadlines/commands/write-fact-clocks";
import { conflict } from "@/lib/errors/app-error";
import { getCaseFacts } from "@/lib/people/queries";
import { getRequirement, getRequirementForUpdate } from "../queries";
import { canMove, STATE_LABELS } from "../rules";
import type { RequirementRow } from "../types";

/** A line of the checklist with its case, both locked, the case first. */
export interface LockedLine {
  file: LockedCase;
  line: RequirementRow;
}

export async function loadLine(ctx: ActorContext, requirementId: string): Promise<LockedLine> {
  const { caseId } = await getRequirement(ctx, requirementId);
  const file = await getCaseForUpdate(ctx, caseId);
  return { file, line: await getRequirementForUpdate(ctx, requirementId) };
}

/** The clock of a medical exam follows its item: set when it is accepted, void when that is taken back. */
export async function followExam(
  ctx: ActorContext,
  { kind, caseId }: Pick<RequirementRow, "kind" | "caseId">,
): Promise<void> {
  if (kind !== "medical") return;
  const file = await getCaseForUpdate(ctx, caseId);
  const { today: on, timeZone } = await getFirmDay(ctx);
  await writeFactClocks(ctx, [{ ...file, facts: await getCaseFacts(ctx, caseId) }], { on, timeZone });
}

type LineChange = Partial<
  Pick<
    RequirementRow,
    "waivedReason" | "requestedAt" | "appliedOn" | "receivedAt" | "decidedAt" | "issuedOn" | "validUntil"
  >
>;

/**
 * Takes one step of the line's state machine by compare-and-set on the version the screen showed.
 * Throws CONFLICT, with the line as it is now, when the step is illegal or somebody was faster.
 */
export async function moveLine(
  ctx: ActorContext,
  line: RequirementRow,
  seenVersion: number,
  to: RequirementState,
  change: LineChange = {},
): Promise<void> {
  const current = { state: line.state, version: line.version };
  if (line.version !== seenVersion) {
    throw conflict(
      `“${line.title}” changed while you had it open: it is “${STATE_LABELS[line.state].toLowerCase()}” now. Look at it again.`,
      current,
    );
  }
  const step = canMove(line.state, to);
  if (!step.allowed) throw conflict(step.reason, current);
  const changed = await ctx.db
    .update(requirement)
    .set({ state: to, ...change, updatedAt: ctx.now, version: sql`${requirement.version} + 1` })
    .where(and(eq(requirement.id, line.id), eq(requirement.version, seenVersion)));
  if (changed.rowCount !== 1) throw conflict(`“${line.title}” changed while you had it open.`, current);
  if (line.state === "accepted" || to === "accepted") await followExam(ctx, line);
}

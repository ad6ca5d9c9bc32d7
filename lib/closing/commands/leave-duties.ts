import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { closingDuty } from "@/lib/db/schema/processing";
import { conflict } from "@/lib/errors/app-error";
import { listDuties } from "../queries";
import { endingAt, mayCloseWith } from "../rules";

/**
 * Code s. 36 as a gate before a file is closed: CONFLICT while a duty is open, or none has begun, and nobody says why.
 * With a reason, what is open is left, and the reason with it. Returns the audit entries to hand to `audited`.
 */
export async function leaveDuties(
  ctx: StaffContext,
  file: LockedCase,
  reason: string | null,
): Promise<AuditEntry[]> {
  const duties = await listDuties(ctx, file.id);
  const may = mayCloseWith(file.stage, duties, reason);
  if (!may.allowed) throw conflict(may.reason, { stage: file.stage });
  const open = duties.filter(({ state }) => state === "open");
  if (reason === null || endingAt(file.stage) === null || (duties.length > 0 && open.length === 0)) return [];
  const { today } = await getFirmDay(ctx);
  await ctx.db
    .update(closingDuty)
    .set({
      ...{ state: "left", settledOn: today, note: reason, settledBy: ctx.actor.userId },
      version: sql`${closingDuty.version} + 1`,
    })
    .where(and(eq(closingDuty.caseId, file.id), eq(closingDuty.state, "open")));
  return [
    {
      event: "closing.duties_left",
      object: { kind: "case", id: file.id },
      caseId: file.id,
      clientId: file.clientId,
      detail: { count: open.length, reason },
    },
  ];
}

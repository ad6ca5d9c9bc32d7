import "server-only";
import type { AuditEntry } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { closingDuty } from "@/lib/db/schema/processing";
import { setDeadline } from "@/lib/deadlines/commands/set-deadline";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { dutiesAt, dutyDueOn, DUTY_LABELS, dutyRule } from "../rules";
import type { DutyKind, Ending } from "../types";

/** One duty of a locked case with its clock. A duty that is there stays as it is. */
export async function openDuty(
  ctx: ActorContext,
  file: LockedCase,
  { kind, from, note = null }: { kind: DutyKind; from: IsoDate; note?: string | null },
): Promise<AuditEntry[]> {
  const id: string = newId<"ClosingDuty">();
  const dueOn = dutyDueOn(kind, from);
  const written = await ctx.db
    .insert(closingDuty)
    .values({
      ...{ id, caseId: file.id, clientId: file.clientId, kind, fromOn: from, dueOn, note },
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: closingDuty.id });
  if (written.length === 0) return [];
  const { timeZone } = await getFirmDay(ctx);
  const clock = await setDeadline(ctx, file, {
    clock: kind === "transfer_file" ? "file_transfer" : "closing",
    ...{ title: DUTY_LABELS[kind], sourceKind: "closing_duty", sourceId: id, timeZone },
    ...{ startDate: from, dueOn, rule: dutyRule(kind) },
  });
  return [clock];
}

/** The work ended on a day: every duty of the Code begins. Returns the audit entries to hand to `audited`. */
export async function openDuties(
  ctx: ActorContext,
  file: LockedCase,
  { ending, from }: { ending: Ending; from: IsoDate },
): Promise<[AuditEntry, ...AuditEntry[]]> {
  const clocks: AuditEntry[] = [];
  for (const kind of dutiesAt(ending)) clocks.push(...(await openDuty(ctx, file, { kind, from })));
  return [
    {
      event: "closing.begun",
      object: { kind: "case", id: file.id },
      caseId: file.id,
      clientId: file.clientId,
      detail: { ending, from },
    },
    ...clocks,
  ];
}

import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditDetail, AuditEntry, AuditEventName } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { nomination } from "@/lib/db/schema/nominations";
import { conflict, invalid, notFound } from "@/lib/errors/app-error";
import { listNominations } from "../track/queries";
import { mayTake, type Faults } from "../track/rules";
import type { NominationDto, NominationStep } from "../types";

interface Asked {
  nominationId: string;
  version: number;
}

/** A track of a locked case, for a step that may be taken now. NOT_FOUND, or CONFLICT with the reason in plain words. */
export async function getTrackFor(
  ctx: ActorContext,
  file: LockedCase,
  { nominationId, version }: Asked,
  step: NominationStep,
): Promise<NominationDto> {
  const track = (await listNominations(ctx, file.id)).find(({ id }) => id === nominationId);
  if (!track) throw notFound();
  const may = mayTake(track, file.stage, step);
  if (!may.allowed) throw conflict(may.reason, { status: track.status });
  if (track.version !== version) throw stale();
  return track;
}

function stale() {
  return conflict("Somebody changed this nomination while you had it open. Reload the page.");
}

/** Throws INVALID where a date is faulty; nothing is saved. */
export function refuseDates(faults: Faults): void {
  if (Object.keys(faults).length > 0) throw invalid("The dates cannot be recorded like this.", faults);
}

type Columns = Partial<typeof nomination.$inferInsert>;

/** Compare-and-sets a track. */
export async function updateTrack(
  ctx: ActorContext,
  { id, version }: Pick<NominationDto, "id" | "version">,
  columns: Columns,
): Promise<void> {
  const changed = await ctx.db
    .update(nomination)
    .set({ ...columns, updatedAt: ctx.now, version: sql`${nomination.version} + 1` })
    .where(and(eq(nomination.id, id), eq(nomination.version, version)));
  if (changed.rowCount !== 1) throw stale();
}

/** What the log says of a step of a track. */
export function trackEntry(
  file: LockedCase,
  nominationId: string,
  event: Extract<AuditEventName, `nomination.${string}`>,
  detail: AuditDetail,
): AuditEntry {
  const object = { kind: "nomination", id: nominationId };
  return { event, object, caseId: file.id, clientId: file.clientId, detail };
}

import "server-only";
import type { AuditEntry } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { setNomination } from "@/lib/people/commands/set-nomination";
import { getCaseFacts } from "@/lib/people/queries";
import type { NominationDto, NominationOutcome } from "../types";
import { updateTrack } from "./change-track";
import { rescoreProfile } from "./rescore-profile";
import { closeClocks } from "./track-clocks";

interface Ending {
  outcome: NominationOutcome;
  endedOn: IsoDate;
  reason: string | null;
}

/** The nomination among the facts ends with the track it came from; the live profile's score falls back with it. */
async function endFact(ctx: ActorContext, file: LockedCase): Promise<AuditEntry[]> {
  const before = await getCaseFacts(ctx, file.id);
  if (before.family.nomination === null) return [];
  const facts = await setNomination(ctx, file, { nomination: null });
  const { entries } = await rescoreProfile(ctx, file, before);
  return [...facts, ...entries];
}

/**
 * Ends a track: its clocks, the fact it had become, the stage it had brought. A province's refusal after an offer, a
 * lapse and a withdrawal all lead back to the pool without the points (3.4; section 8).
 */
export async function closeTrack(
  ctx: ActorContext,
  file: LockedCase,
  track: NominationDto,
  { outcome, endedOn, reason }: Ending,
): Promise<AuditEntry[]> {
  await updateTrack(ctx, track, { status: outcome, endedOn, endedReason: reason });
  await closeClocks(ctx, file, track.id, outcome === "lapsed" ? "missed" : "void");
  const facts = track.offeredOn === null ? [] : await endFact(ctx, file);
  const offered = file.stage === "NOMINATION_OFFERED" && track.status === "offered";
  const steps = offered ? [await stepCase(ctx, file, "IN_POOL", { happenedOn: endedOn, reason })] : [];
  return [...facts, ...steps];
}

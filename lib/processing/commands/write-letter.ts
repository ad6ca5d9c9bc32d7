import "server-only";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import { writeByHand } from "@/lib/checklist/commands/write-by-hand";
import type { StaffContext } from "@/lib/command/actor-context";
import { irccLetter } from "@/lib/db/schema/processing";
import { letterDueOn } from "@/lib/express-entry/processing/letter-dates";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { newId } from "@/lib/ids/id";
import { LETTER_LABELS } from "../rules";
import type { LetterKind, Track } from "../types";
import { writeLetterTask } from "./letter-task";
import { setLetterClock } from "./process-clocks";
import { recordStep, type OfApplication } from "./record-step";

export interface ReceivedLetter {
  kind: LetterKind;
  letterOn: IsoDate;
  /** The day that the letter names; null: the default. */
  namedOn: IsoDate | null;
  track: Track | null;
  asks: string;
  /** What the client is asked for, a line of their list each. */
  items: readonly string[];
  documentId: string | null;
}

/** What the letter asks the client for, asked at once, wanted by the letter's day. */
async function askClient(
  ctx: StaffContext,
  file: LockedCase,
  letterId: string,
  { items, kind, letterOn, dueOn }: Pick<ReceivedLetter, "items" | "kind" | "letterOn"> & { dueOn: IsoDate },
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const title of items) {
    const reason = `IRCC asks for it: ${LETTER_LABELS[kind].toLowerCase()} of ${plainDate(letterOn)}.`;
    const asked = { state: "requested", requestedAt: ctx.now, dueOn, letterId } as const;
    entries.push((await writeByHand(ctx, file, { title, reason, ...asked })).entry);
  }
  return entries;
}

/** Writes a letter of IRCC of a locked case: its clock, its step, our task, what the client is asked for. */
export async function writeLetter(
  of: OfApplication,
  { namedOn, items, ...letter }: ReceivedLetter,
): Promise<[AuditEntry, ...AuditEntry[]]> {
  const { ctx, file, applicationId } = of;
  const { on: dueOn, rule: dueRule } = letterDueOn(letter.letterOn, namedOn);
  const id: string = newId<"IrccLetter">();
  const { kind, letterOn, documentId, asks, track } = letter;
  await ctx.db.insert(irccLetter).values({
    ...{ id, applicationId, caseId: file.id, clientId: file.clientId, createdAt: ctx.now },
    ...{ kind, letterOn, documentId, asks, track, dueOn, dueRule },
  });
  const clock = await setLetterClock(ctx, file, { id, kind, letterOn, dueOn, dueRule, documentId });
  const step = await recordStep(
    of,
    {
      ...{ kind: "letter_received", happenedOn: letterOn, letterId: id, note: asks, documentId },
      ...(track === null ? {} : { on: { track, state: "action_required" } }),
    },
    { event: "letter.recorded", detail: { letter: LETTER_LABELS[kind], dueOn } },
  );
  const asked = await askClient(ctx, file, id, { items, kind, letterOn, dueOn });
  const task = await writeLetterTask(ctx, file, { id, kind, dueOn, asks });
  return [step, clock, ...task, ...asked];
}

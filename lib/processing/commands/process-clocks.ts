import "server-only";
import type { AuditEntry } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { setDeadline } from "@/lib/deadlines/commands/set-deadline";
import { cardAddressOn, courtLeaveOn, decisionStandardOn } from "@/lib/express-entry/processing/letter-dates";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formulaOf } from "@/lib/express-entry/timing/clock-catalogue";
import { LETTER_DUTIES } from "../rules";
import type { LetterKind } from "../types";

interface LetterClock {
  id: string;
  kind: LetterKind;
  letterOn: IsoDate;
  dueOn: IsoDate;
  dueRule: string;
  documentId: string | null;
}

/** A letter's clock: after its day IRCC decides without the answer. */
export async function setLetterClock(
  ctx: StaffContext,
  file: LockedCase,
  { id, kind, letterOn, dueOn, dueRule, documentId }: LetterClock,
): Promise<AuditEntry> {
  const { timeZone } = await getFirmDay(ctx);
  return setDeadline(ctx, file, {
    ...{ clock: kind, title: LETTER_DUTIES[kind], sourceKind: "ircc_letter", sourceId: id, timeZone },
    ...{ startDate: letterOn, dueOn, rule: dueRule },
    ...(documentId === null ? {} : { sourceDocumentId: documentId }),
  });
}

interface Clock {
  startDate: IsoDate;
  documentId?: string | null;
}

async function setClock(
  ctx: StaffContext,
  file: LockedCase,
  clock: Omit<Parameters<typeof setDeadline>[2], "timeZone" | "sourceKind">,
) {
  const { timeZone } = await getFirmDay(ctx);
  return setDeadline(ctx, file, { ...clock, sourceKind: "application", timeZone });
}

/** The six-month standard from receipt: it warns, nothing is lost after it. */
export function setStandardClock(
  ctx: StaffContext,
  file: LockedCase,
  sourceId: string,
  { startDate }: Clock,
) {
  return setClock(ctx, file, {
    ...{ clock: "decision", title: "IRCC's six-month standard", sourceId, startDate },
    dueOn: decisionStandardOn(startDate),
    rule: formulaOf("decision", "counted"),
  });
}

/** The Federal Court can be asked for leave for so many days; as remembered, to be checked with counsel. */
export function setCourtClock(
  ctx: StaffContext,
  file: LockedCase,
  sourceId: string,
  { startDate, documentId, inCanada }: Clock & { inCanada: boolean },
) {
  return setClock(ctx, file, {
    ...{ clock: "court_leave", title: "Ask the Federal Court for leave", sourceId, startDate },
    dueOn: courtLeaveOn(startDate, inCanada),
    rule: formulaOf("court_leave", inCanada ? "in_canada" : "abroad"),
    ...(documentId ? { sourceDocumentId: documentId } : {}),
  });
}

/** A confirmation cannot be used after its date. */
export function setConfirmationClock(
  ctx: StaffContext,
  file: LockedCase,
  sourceId: string,
  { startDate, documentId, dueOn }: Clock & { dueOn: IsoDate },
) {
  return setClock(ctx, file, {
    ...{ clock: "copr", title: "Land before the confirmation ends", sourceId, startDate, dueOn },
    rule: formulaOf("copr", "named"),
    ...(documentId ? { sourceDocumentId: documentId } : {}),
  });
}

/** IRCC is given an address for the card. */
export function setCardClock(ctx: StaffContext, file: LockedCase, sourceId: string, { startDate }: Clock) {
  return setClock(ctx, file, {
    ...{ clock: "pr_card", title: "Give IRCC an address for the PR card", sourceId, startDate },
    dueOn: cardAddressOn(startDate),
    rule: formulaOf("pr_card", "counted"),
  });
}

/**
 * The closing duties (rules reference 7.2, 7.3 and 8; Code ss. 36, 37): which there are, when each is due, and whether a
 * file may be closed with some of them open. Pure.
 */
import type { CaseStage } from "@/lib/cases/types";
import { addBusinessDays } from "@/lib/express-entry/timing/business-days";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formulaOf } from "@/lib/express-entry/timing/clock-catalogue";
import type { DutyDto, DutyKind, DutyState, Ending } from "./types";

/** Code s. 36: 30 days from completion or termination. */
const CLOSING_DAYS = 30;
/** Code s. 36: the government is told within 10 days where it has no procedure of its own. */
const GOVERNMENT_DAYS = 10;
/** Code s. 36: the file goes to a successor within 10 business days, 30 where that is impossible. */
const TRANSFER_DAYS = 10;

export const DUTY_LABELS: Readonly<Record<DutyKind, string>> = {
  return_originals: "Return original documents",
  account_for_funds: "Account for the client's money in trust",
  final_invoice: "Send the final invoice",
  refund: "Refund what was not earned",
  tell_government: "Tell IRCC that the firm no longer acts",
  transfer_file: "Transfer the file to the successor",
  keep_records: "Put the records where they are kept",
};

export const DUTY_NOTES: Readonly<Record<DutyKind, string>> = {
  return_originals: "Every original that the firm holds (Code ss. 14, 36)",
  account_for_funds: "A statement of the client's ledger (Code ss. 32, 36)",
  final_invoice: "With a full description of the services (Code ss. 33, 36)",
  refund: "Advances for services that were not given (Code s. 36)",
  tell_government:
    "By the web form or the representative's form; 10 days where IRCC says nothing else (Code s. 36)",
  transfer_file: "Even where fees are unpaid; 30 days where 10 business days are impossible (Code s. 36)",
  keep_records: "As the College's by-laws and the firm's retention setting say (Code s. 37)",
};

/** How a duty's day comes about, in words. */
export function dutyRule(kind: DutyKind): string {
  if (kind === "transfer_file") return formulaOf("file_transfer", "asked");
  return formulaOf("closing", kind === "tell_government" ? "government" : "ended");
}

export const DUTY_STATE_LABELS: Readonly<Record<DutyState, string>> = {
  open: "Open",
  done: "Done",
  not_needed: "Not needed",
  left: "Left open",
};

/** Stages before the firm is retained: nothing is owed at their end. */
const BEFORE_RETAINER: readonly CaseStage[] = ["ENQUIRY", "CONSULTATION", "RETAINER_PENDING", "CLOSED"];

/** Stages in which what was agreed is done. */
const COMPLETED: readonly CaseStage[] = ["LANDED", "REFUSED"];

/** How the work ends for a case that ends at this stage; null: the firm was never retained, or the file is closed. */
export function endingAt(stage: CaseStage): Ending | null {
  if (BEFORE_RETAINER.includes(stage)) return null;
  return COMPLETED.includes(stage) ? "completed" : "terminated";
}

/** The last day for a duty that began on a day. */
export function dutyDueOn(kind: DutyKind, from: IsoDate): IsoDate {
  if (kind === "transfer_file") return addBusinessDays(from, TRANSFER_DAYS);
  return addDays(from, kind === "tell_government" ? GOVERNMENT_DAYS : CLOSING_DAYS);
}

/**
 * What is owed when the work ends. The government is told where it knows of the firm: of an application it has, or a
 * profile that was entered, whose retainer ended early.
 */
export function dutiesAt(ending: Ending): DutyKind[] {
  const always: DutyKind[] = ["return_originals", "account_for_funds", "final_invoice", "refund"];
  return ending === "terminated"
    ? ["tell_government", ...always, "keep_records"]
    : [...always, "keep_records"];
}

/** Stages from which closing may begin while the case stands: what follows is the end of the file. */
const STAGES_TO_BEGIN: readonly CaseStage[] = [
  "RETAINED",
  "ASSESSMENT",
  "PROFILE_PREPARATION",
  "IN_POOL",
  "ITA_EXPIRED",
  "REJECTED_INCOMPLETE",
  "REFUSED",
  "WITHDRAWN",
  "LANDED",
];

export type MayClose = { allowed: true } | { allowed: false; reason: string };

export function mayBegin(stage: CaseStage, duties: readonly unknown[]): MayClose {
  if (duties.length > 0) return { allowed: false, reason: "The closing duties have begun already." };
  return STAGES_TO_BEGIN.includes(stage)
    ? { allowed: true }
    : { allowed: false, reason: "Nothing is to be closed at this stage." };
}

/** Code s. 36 as a gate: a file with open duties, or whose duties never began, is closed only for a reason that is kept. */
export function mayCloseWith(
  stage: CaseStage,
  duties: readonly Pick<DutyDto, "kind" | "state">[],
  reason: string | null,
): MayClose {
  if (endingAt(stage) === null || reason !== null) return { allowed: true };
  if (duties.length === 0)
    return {
      allowed: false,
      reason:
        "The closing duties (Code s. 36) have not begun. Begin them on Closing, or say why the file is closed without them.",
    };
  const open = duties.filter(({ state }) => state === "open");
  if (open.length === 0) return { allowed: true };
  const names = open.map(({ kind }) => DUTY_LABELS[kind].toLowerCase()).join(", ");
  return {
    allowed: false,
    reason: `Still open: ${names}. Settle them on Closing, or say why the file is closed without.`,
  };
}

/** A successor can be named once, while the file is with the firm. */
export function mayNameSuccessor(stage: CaseStage, duties: readonly Pick<DutyDto, "kind">[]): MayClose {
  if (stage === "CLOSED") return { allowed: false, reason: "This file is closed." };
  if (duties.length === 0) return { allowed: false, reason: "Begin the closing duties first." };
  return duties.some(({ kind }) => kind === "transfer_file")
    ? { allowed: false, reason: "A successor is named already." }
    : { allowed: true };
}

/** A duty is settled on a day since it began; one that is not needed has a reason. */
export function settleFaults(
  { outcome, on, note }: { outcome: "done" | "not_needed"; on: IsoDate; note: string | null },
  duty: Pick<DutyDto, "fromOn">,
  today: IsoDate,
): Record<string, string> {
  return {
    ...(on > today ? { on: "This is in the future." } : {}),
    ...(on < duty.fromOn ? { on: "This is before the work ended." } : {}),
    ...(outcome === "not_needed" && note === null ? { note: "Say why it is not needed." } : {}),
  };
}

/** Stages in which a case has a page for its closing: where it can begin, and where it has ended. */
export function hasClosingPage(stage: CaseStage): boolean {
  return stage === "CLOSED" || mayBegin(stage, []).allowed;
}

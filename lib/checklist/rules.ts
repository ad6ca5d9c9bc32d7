/** What may happen to a line of the checklist, and how it is judged. Pure: screens ask it first, commands ask it again. */
import { documentCatalogue } from "@/lib/express-entry/documents/catalogue";
import {
  DOCUMENT_KINDS,
  latestSafeStart,
  type DocumentKind,
  type ValidityRule,
} from "@/lib/express-entry/documents/document-kind";
import type { DocumentRules } from "@/lib/express-entry/data/document-rules";
import { policeCountries } from "@/lib/express-entry/documents/residence";
import { documentLastDay } from "@/lib/express-entry/documents/validity";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { DerivedChecklist, RequirementRow, RequirementSpec, RequirementState } from "./types";

export const STATE_LABELS: Readonly<Record<RequirementState, string>> = {
  to_request: "To request",
  requested: "Requested",
  received: "Received",
  in_review: "In review",
  accepted: "Accepted",
  returned: "Returned",
  waived: "Waived",
};

/** `received` follows nearly everything: a new version may come at any time. */
const NEXT: Readonly<Record<RequirementState, readonly RequirementState[]>> = {
  to_request: ["requested", "received", "waived"],
  requested: ["received", "waived"],
  received: ["received", "in_review", "accepted", "returned", "waived"],
  in_review: ["received", "accepted", "returned", "waived"],
  accepted: ["received", "in_review"],
  returned: ["received", "in_review", "waived"],
  waived: ["to_request", "requested", "received"],
};

export type Step = { allowed: true } | { allowed: false; reason: string };

const YES: Step = { allowed: true };

/** May a line go from one state to another? The reason is a plain sentence for the screen. */
export function canMove(from: RequirementState, to: RequirementState): Step {
  if (NEXT[from].includes(to)) return YES;
  return {
    allowed: false,
    reason: `This item is “${STATE_LABELS[from].toLowerCase()}”, so it cannot become “${STATE_LABELS[to].toLowerCase()}”.`,
  };
}

/** Where a waived line stands again when it is needed after all: what came in is in still, and waits for a decision. */
export function stateBeforeWaiver({
  requestedAt,
  receivedAt,
}: Pick<RequirementRow, "requestedAt" | "receivedAt">): RequirementState {
  if (receivedAt !== null) return "received";
  return requestedAt === null ? "to_request" : "requested";
}

type Receivable = Pick<RequirementRow, "state" | "noLongerNeeded" | "title">;

/** May a file arrive for this line now? A client does not reopen what the firm has decided; staff may. */
export function canReceive(line: Receivable, by: "client" | "staff"): Step {
  if (line.state === "waived") return { allowed: false, reason: `“${line.title}” is not asked for.` };
  if (by === "staff") return YES;
  if (line.noLongerNeeded) return { allowed: false, reason: `“${line.title}” is not needed any more.` };
  if (line.state === "accepted") {
    return {
      allowed: false,
      reason: `“${line.title}” is accepted already. If there is a newer one, write to us first.`,
    };
  }
  return YES;
}

function isDocumentKind(kind: string): kind is DocumentKind {
  return DOCUMENT_KINDS.some((known) => known === kind);
}

const READABLE = [
  "Every page is there and readable",
  "Name and birth date match the passport",
  "Translation with the original where it is not in English or French",
];

function endOfLastStay(
  line: Pick<RequirementRow, "personId" | "subject">,
  { facts, plannedOn, tables }: DerivedChecklist,
): IsoDate | null {
  const person = facts.people.find(({ id }) => id === line.personId);
  const stays = person ? policeCountries(person, plannedOn, { tables }) : [];
  return stays.find(({ country }) => country === line.subject)?.to ?? null;
}

type SpecifiedLine = Pick<RequirementRow, "ruleKey" | "kind" | "personId" | "subject"> &
  Partial<Pick<RequirementRow, "goodExample" | "extraPoints">>;

/** How a line is judged: as the rules derive it now, else as its kind usually is; with the firm's words and points. */
export function specOf(line: SpecifiedLine, derived: DerivedChecklist | null): RequirementSpec {
  const spec = ruledSpecOf(line, derived);
  const { goodExample, extraPoints = [] } = line;
  return {
    ...spec,
    goodExample: goodExample ?? spec.goodExample,
    acceptancePoints: [...new Set([...spec.acceptancePoints, ...extraPoints])],
  };
}

function ruledSpecOf(line: SpecifiedLine, derived: DerivedChecklist | null): RequirementSpec {
  const found = derived?.documents.find(({ key }) => key === line.ruleKey);
  if (found && derived) {
    const { acceptancePoints, goodExample, commonFaults, validity } = found;
    const { rule, lastDay } = validity;
    const issuedAfter = rule === "police_after_last_stay" ? endOfLastStay(line, derived) : null;
    const rules = documentRulesOn(derived.plannedOn, derived);
    return { rule, rules, acceptancePoints, goodExample, commonFaults, factsLastDay: lastDay, issuedAfter };
  }
  const general = isDocumentKind(line.kind) ? documentCatalogue[line.kind] : null;
  return {
    rule: "none",
    acceptancePoints: general?.acceptancePoints ?? READABLE,
    goodExample: general?.goodExample ?? "",
    commonFaults: general?.commonFaults ?? [
      {
        code: "unreadable",
        label: "Not readable",
        clientMessage: "Part of it cannot be read. Please scan it again, flat and without glare.",
      },
      {
        code: "wrong_document",
        label: "Not the document asked for",
        clientMessage:
          "This is not the document we need here. Please look at what it should be, and send it.",
      },
    ],
    factsLastDay: null,
    issuedAfter: null,
  };
}

export interface DateQuestion {
  field: "issuedOn" | "validUntil";
  label: string;
}

const ISSUED: DateQuestion = { field: "issuedOn", label: "Issue date" };

/** The date a reviewer has to read off the document, or null where none limits its use. */
export function dateQuestion(rule: ValidityRule): DateQuestion | null {
  switch (rule) {
    case "none":
      return null;
    case "until_expiry":
      return { field: "validUntil", label: "Valid until" };
    case "language_two_years":
      return { field: "issuedOn", label: "Date of the test" };
    case "medical_twelve_months":
      return { field: "issuedOn", label: "Date of the exam" };
    case "photo_six_months":
      return { field: "issuedOn", label: "Taken on" };
    case "eca_five_years":
    case "police_current_country":
    case "police_after_last_stay":
      return ISSUED;
  }
}

export interface ReadDates {
  issuedOn: IsoDate | null;
  validUntil: IsoDate | null;
}

/** What is wrong with the dates read off a document, by field; empty when nothing is. */
export function dateFaults(
  spec: Pick<RequirementSpec, "rule" | "issuedAfter">,
  { issuedOn, validUntil }: ReadDates,
  today: IsoDate,
): Record<string, string> {
  const faults: Record<string, string> = {};
  const question = dateQuestion(spec.rule);
  if (question?.field === "issuedOn" && issuedOn === null) {
    faults.issuedOn = `${question.label}: read it off the document and enter it.`;
  }
  if (question?.field === "validUntil" && validUntil === null) {
    faults.validUntil = "Valid until: read it off the document and enter it.";
  }
  if (issuedOn !== null && issuedOn > today) faults.issuedOn = "This date lies in the future.";
  if (issuedOn !== null && spec.issuedAfter !== null && issuedOn <= spec.issuedAfter) {
    faults.issuedOn = `It has to be issued after the last stay ended, ${plainDate(spec.issuedAfter)}.`;
  }
  if (issuedOn !== null && validUntil !== null && validUntil < issuedOn) {
    faults.validUntil = "It cannot end before it was issued.";
  }
  return faults;
}

/**
 * Last day on which the document can be sent, from the dates read off it; null: it does not run out. Judged by the
 * shipped rules of its date where none are given.
 */
export function lastDayOf(
  rule: ValidityRule,
  { issuedOn, validUntil }: ReadDates,
  rules?: DocumentRules,
): IsoDate | null {
  const printed = validUntil;
  const ruled =
    issuedOn === null || rule === "until_expiry"
      ? null
      : documentLastDay(rule, issuedOn, rules ?? documentRulesOn(issuedOn));
  if (printed === null || ruled === null) return printed ?? ruled;
  return printed < ruled ? printed : ruled;
}

/** Acceptance points that nobody has ticked yet, in their order. */
export function openPoints(points: readonly string[], met: readonly string[]): string[] {
  return points.filter((point) => !met.includes(point));
}

/** Nothing has arrived yet, so that its start still matters. */
function isAwaited(state: RequirementState): boolean {
  return state === "to_request" || state === "requested" || state === "returned";
}

/** Day by which to ask for it; null once it is in, or while there is no plan. */
export function startByOf(line: Pick<RequirementRow, "state" | "leadDays">, plannedOn: IsoDate | null) {
  if (plannedOn === null || !isAwaited(line.state)) return null;
  return latestSafeStart(plannedOn, line.leadDays);
}

/** Undoing a review is for a slip of the hand, not for changing one's mind later. */
export const UNDO_MINUTES = 10;

export function isUndoable(decidedAt: Date, now: Date): boolean {
  return now.getTime() - decidedAt.getTime() <= UNDO_MINUTES * 60_000;
}

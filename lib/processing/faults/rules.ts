/** What is wrong with what is typed after a submission, by field, in plain words. Pure. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { ApplicationDto, LetterDto, LetterKind } from "../types";

export type Faults = Record<string, string>;

/** Today and what it must not be before, each with its name. */
export interface Bounds {
  today: IsoDate;
  notBefore: IsoDate | null;
  /** What happened on `notBefore`: "the application was sent". */
  what: string;
}

/** A date of something that happened: not in the future, not before what it follows. Null: nothing is wrong. */
export function pastFault(on: IsoDate, { today, notBefore, what }: Bounds): string | null {
  if (on > today) return `This is in the future: today is ${plainDate(today)}.`;
  if (notBefore !== null && on < notBefore) return `This is before ${what}, ${plainDate(notBefore)}.`;
  return null;
}

/** What is wrong with fields, by name; those with nothing wrong are left out. */
export function faultsOf(faults: Readonly<Record<string, string | null>>): Faults {
  return Object.fromEntries(
    Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

/** A longer time is asked for while the letter's day has not passed, and makes it longer. */
export function extensionFaults(
  { askedOn, dueOn }: { askedOn: IsoDate; dueOn: IsoDate | null },
  letter: Pick<LetterDto, "letterOn" | "dueOn">,
  today: IsoDate,
): Faults {
  const late =
    askedOn > letter.dueOn
      ? `It had to be asked for by ${plainDate(letter.dueOn)}: later it is not heard.`
      : null;
  const bounds = { today, notBefore: letter.letterOn, what: "the date of the letter" };
  return faultsOf({
    askedOn: pastFault(askedOn, bounds) ?? late,
    dueOn: dueOn !== null && dueOn <= letter.dueOn ? `The day now is ${plainDate(letter.dueOn)}.` : null,
  });
}

/** A confirmation is used from the day it was issued to its last day, and never after. */
export function landingFault(
  landedOn: IsoDate,
  application: Pick<ApplicationDto, "confirmedOn" | "confirmationUntil">,
  today: IsoDate,
): string | null {
  const { confirmedOn, confirmationUntil } = application;
  const past = pastFault(landedOn, {
    today,
    notBefore: confirmedOn,
    what: "the day the confirmation was issued",
  });
  if (past !== null) return past;
  return confirmationUntil !== null && landedOn > confirmationUntil
    ? `The confirmation could not be used after ${plainDate(confirmationUntil)}.`
    : null;
}

/** Letters whose answer is only an answer with its proof of sending in the file. */
const NEED_PROOF: readonly LetterKind[] = ["adr", "pfl", "passport_request"];

export function needsProof(kind: LetterKind): boolean {
  return NEED_PROOF.includes(kind);
}

/** What is wrong with an answer to a letter: its day, or no proof of sending. */
export function answerFaults(
  { answeredOn, documentId }: { answeredOn: IsoDate; documentId: string | null },
  letter: Pick<LetterDto, "kind" | "letterOn">,
  today: IsoDate,
): Faults {
  const bounds = { today, notBefore: letter.letterOn, what: "the date of the letter" };
  return faultsOf({
    answeredOn: pastFault(answeredOn, bounds),
    documentId:
      needsProof(letter.kind) && documentId === null ? "Attach the proof that it was sent first." : null,
  });
}

interface DecisionAsked {
  outcome: "approved" | "refused";
  on: IsoDate;
  approvedBy: "portal" | "passport" | null;
  documentId: string | null;
}

/** A decision follows the completeness check; an approval says how it came, a refusal has its letter. */
export function decisionFaults(
  { outcome, on, approvedBy, documentId }: DecisionAsked,
  { checkedOn }: Pick<ApplicationDto, "checkedOn">,
  today: IsoDate,
): Faults {
  return faultsOf({
    on: pastFault(on, { today, notBefore: checkedOn, what: "the completeness check" }),
    approvedBy:
      outcome === "approved" && approvedBy === null
        ? "Say whether it came by the PR portal or a passport request."
        : null,
    documentId: outcome === "refused" && documentId === null ? "Attach the refusal letter first." : null,
  });
}

/** A confirmation follows the approval; a COPR has a last day, on or after its date. */
export function confirmationFaults(
  { kind, issuedOn, until }: { kind: "ecopr" | "copr"; issuedOn: IsoDate; until: IsoDate | null },
  { decidedOn }: Pick<ApplicationDto, "decidedOn">,
  today: IsoDate,
): Faults {
  const missing = kind === "copr" && until === null ? "Enter the last day on the COPR." : null;
  return faultsOf({
    issuedOn: pastFault(issuedOn, { today, notBefore: decidedOn, what: "the approval" }),
    until: until !== null && until < issuedOn ? "This is before it was issued." : missing,
  });
}

interface PermitAsked {
  appliedOn: IsoDate;
  outcome: "issued" | "refused" | null;
  outcomeOn: IsoDate | null;
  until: IsoDate | null;
}

/** A bridging permit is asked for after the completeness check; an answer has its day, an issued permit its last one. */
export function permitFaults(
  { appliedOn, outcome, outcomeOn, until }: PermitAsked,
  { checkedOn }: Pick<ApplicationDto, "checkedOn">,
  today: IsoDate,
): Faults {
  const answer =
    outcomeOn === null
      ? "Enter the day of the answer."
      : pastFault(outcomeOn, { today, notBefore: appliedOn, what: "it was asked for" });
  return faultsOf({
    appliedOn: pastFault(appliedOn, { today, notBefore: checkedOn, what: "the completeness check" }),
    outcomeOn: outcome === null ? null : answer,
    until: outcome === "issued" && until === null ? "Enter the last day of the permit." : null,
  });
}

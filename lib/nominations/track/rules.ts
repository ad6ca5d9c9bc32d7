/**
 * The track of a provincial nomination (rules reference 3.4): which step may follow which, and what is wrong with its
 * dates. Pure: screens ask before they offer a step, commands before they take one.
 */
import { nominationAcceptanceDeadline } from "@/lib/express-entry/crs/factors-on";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import { maxDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { hasEnded } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import type { NominationDto, NominationOutcome, NominationStatus, NominationStep } from "../types";

export type Faults = Record<string, string>;
export type MayTake = { allowed: true } | { allowed: false; reason: string };

type Track = Pick<
  NominationDto,
  "status" | "interestOn" | "appliedOn" | "issuedOn" | "offeredOn" | "acceptBy" | "acceptedOn" | "expiresOn"
>;

export const STATUS_LABELS: Readonly<Record<NominationStatus, string>> = {
  interest: "Province is interested",
  applied: "Applied to the province",
  nominated: "Nominated",
  offered: "To be accepted",
  accepted: "Accepted",
  refused: "Refused",
  declined: "Declined",
  lapsed: "Lapsed",
  withdrawn: "Withdrawn",
};

/** How a track ended, as a sentence of the log and of its form begins. */
export const OUTCOME_LABELS: Readonly<Record<NominationOutcome, string>> = {
  refused: "The province refused",
  declined: "The client declined",
  lapsed: "The last day to answer passed",
  withdrawn: "Withdrawn",
};

/** "Leaves on →" of each status. A lapsed offer that had been accepted in time is put right by recording that. */
const NEXT: Readonly<Record<NominationStatus, readonly NominationStep[]>> = {
  interest: ["apply", "declined", "lapsed"],
  applied: ["nominate", "refused", "withdrawn"],
  nominated: ["offer", "declined", "withdrawn"],
  offered: ["accept", "declined", "withdrawn"],
  accepted: ["withdrawn"],
  refused: [],
  declined: [],
  lapsed: ["accept"],
  withdrawn: ["tell_ircc"],
};

const STEP_WORDS: Readonly<Record<NominationStep, string>> = {
  apply: "an application to the province",
  nominate: "a nomination",
  offer: "the nomination in IRCC's account",
  accept: "its acceptance",
  tell_ircc: "that IRCC was told",
  refused: "a refusal",
  declined: "that the client declined",
  lapsed: "that it lapsed",
  withdrawn: "a withdrawal",
};

/** Statuses in which nothing more comes from the province. */
export const ENDED: readonly NominationStatus[] = ["refused", "declined", "lapsed", "withdrawn"];

/** A profile carries one nomination: of these a case has one at most. */
export const STANDING: readonly NominationStatus[] = ["nominated", "offered", "accepted"];

/** Between the signed agreement and the application to IRCC a province can be approached. */
const STAGES_TO_START: readonly CaseStage[] = [
  "RETAINED",
  "ASSESSMENT",
  "PROFILE_PREPARATION",
  "IN_POOL",
  "NOMINATION_OFFERED",
  "ITA_EXPIRED",
  "REJECTED_INCOMPLETE",
];

export function mayStart(stage: CaseStage): MayTake {
  return STAGES_TO_START.includes(stage)
    ? { allowed: true }
    : {
        allowed: false,
        reason: "A province is approached before the application to IRCC, by a client of the firm.",
      };
}

/** The stage of the case that a step needs; null: any that has not ended. */
function stageFor(track: Track, step: NominationStep): CaseStage | null {
  if (step === "offer") return "IN_POOL";
  if (step !== "accept") return null;
  return track.status === "lapsed" ? "IN_POOL" : "NOMINATION_OFFERED";
}

const STAGE_REASONS: Readonly<Partial<Record<CaseStage, string>>> = {
  IN_POOL:
    "IRCC's account shows a nomination to a profile that is in the pool: this case is not in the pool.",
  NOMINATION_OFFERED: "No nomination waits in IRCC's account of this case.",
};

/** May this step be recorded of this track, in this stage of its case? The reason is a plain sentence. */
export function mayTake(track: Track, stage: CaseStage, step: NominationStep): MayTake {
  if (hasEnded(stage)) return { allowed: false, reason: "This case has ended." };
  const neverOffered = track.status === "lapsed" && track.offeredOn === null;
  if (!NEXT[track.status].includes(step) || neverOffered) {
    const now = STATUS_LABELS[track.status].toLowerCase();
    return {
      allowed: false,
      reason: `This nomination stands at “${now}”: ${STEP_WORDS[step]} cannot follow.`,
    };
  }
  const needed = stageFor(track, step);
  if (needed === null || needed === stage) return { allowed: true };
  return { allowed: false, reason: STAGE_REASONS[needed] ?? "The case is not there yet." };
}

/** Every step that may be recorded now. */
export function stepsOf(track: Track, stage: CaseStage): NominationStep[] {
  return NEXT[track.status].filter((step) => mayTake(track, stage, step).allowed);
}

const need = (faulty: boolean, field: string, message: string): Faults =>
  faulty ? { [field]: message } : {};

function notAhead(on: IsoDate, today: IsoDate, field: string): Faults {
  return need(on > today, field, `This is in the future: today is ${plainDate(today)}.`);
}

function notBefore(on: IsoDate, earlier: IsoDate | null, field: string, what: string): Faults {
  return earlier !== null && on < earlier
    ? { [field]: `This is before ${what}, ${plainDate(earlier)}.` }
    : {};
}

export function interestFaults(
  { interestOn, answerBy }: { interestOn: IsoDate; answerBy: IsoDate | null },
  today: IsoDate,
): Faults {
  return {
    ...(answerBy === null ? {} : notBefore(answerBy, interestOn, "answerBy", "the notification")),
    ...notAhead(interestOn, today, "interestOn"),
  };
}

export function applicationFaults(
  { appliedOn, decisionExpectedOn }: { appliedOn: IsoDate; decisionExpectedOn: IsoDate | null },
  interestOn: IsoDate | null,
  today: IsoDate,
): Faults {
  return {
    ...(decisionExpectedOn === null
      ? {}
      : notBefore(decisionExpectedOn, appliedOn, "decisionExpectedOn", "the application")),
    ...notBefore(appliedOn, interestOn, "appliedOn", "the notification of interest"),
    ...notAhead(appliedOn, today, "appliedOn"),
  };
}

export function nominationFaults(
  { issuedOn, expiresOn }: { issuedOn: IsoDate; expiresOn: IsoDate | null },
  { appliedOn }: Pick<Track, "appliedOn">,
  today: IsoDate,
): Faults {
  return {
    ...need(
      expiresOn !== null && expiresOn <= issuedOn,
      "expiresOn",
      "It cannot expire on or before the day it was issued.",
    ),
    ...notBefore(issuedOn, appliedOn, "issuedOn", "the application"),
    ...notAhead(issuedOn, today, "issuedOn"),
  };
}

export function offerFaults(
  offeredOn: IsoDate,
  { issuedOn, expiresOn }: Pick<Track, "issuedOn" | "expiresOn">,
  today: IsoDate,
): Faults {
  return {
    ...need(expiresOn !== null && offeredOn > expiresOn, "offeredOn", "The nomination had expired by then."),
    ...notBefore(offeredOn, issuedOn, "offeredOn", "the nomination"),
    ...notAhead(offeredOn, today, "offeredOn"),
  };
}

/** Last day to accept: 30 calendar days after IRCC's account showed it (3.4, P). */
export function acceptBy(offeredOn: IsoDate): IsoDate {
  return nominationAcceptanceDeadline(offeredOn);
}

export function acceptanceFaults(
  { acceptedOn, livesThere }: { acceptedOn: IsoDate; livesThere: boolean },
  track: Pick<Track, "offeredOn" | "acceptBy" | "expiresOn">,
  today: IsoDate,
): Faults {
  const { acceptBy: until, expiresOn } = track;
  return {
    ...need(
      !livesThere,
      "livesThere",
      "A nominee must intend to live in the province (IRPR 87(2)(b)). If that is not so, decline the nomination.",
    ),
    ...need(
      expiresOn !== null && acceptedOn > expiresOn,
      "acceptedOn",
      "The nomination had expired by then.",
    ),
    ...(until !== null && acceptedOn > until
      ? {
          acceptedOn: `It had to be accepted by ${plainDate(until)}. After the 30 days it has lapsed and gives no points.`,
        }
      : {}),
    ...notBefore(acceptedOn, track.offeredOn, "acceptedOn", "IRCC's account showed it"),
    ...notAhead(acceptedOn, today, "acceptedOn"),
  };
}

/** The latest day that the track knows of. */
function latestOf({ interestOn, appliedOn, issuedOn, offeredOn, acceptedOn }: Track): IsoDate | null {
  const days = [interestOn, appliedOn, issuedOn, offeredOn, acceptedOn].filter((day) => day !== null);
  const [first, ...rest] = days;
  return first === undefined ? null : maxDate(first, ...rest);
}

export function endFaults(endedOn: IsoDate, track: Track, today: IsoDate): Faults {
  return {
    ...notBefore(endedOn, latestOf(track), "endedOn", "what was recorded last"),
    ...notAhead(endedOn, today, "endedOn"),
  };
}

export function toldFaults(
  irccToldOn: IsoDate,
  { endedOn }: Pick<NominationDto, "endedOn">,
  today: IsoDate,
): Faults {
  return {
    ...notBefore(irccToldOn, endedOn, "irccToldOn", "the withdrawal"),
    ...notAhead(irccToldOn, today, "irccToldOn"),
  };
}

/**
 * The nomination on which an invitation or an application rests is gone: IRCC has to be told, and the case cannot go
 * on as a provincial nominee (3.4; 4.2). Null: nothing rests on it, or IRCC was told.
 * @param restsOn class of the invitation that is open or was answered with an application
 */
export function withdrawalWarning(
  track: Pick<NominationDto, "status" | "acceptedOn" | "irccToldOn">,
  restsOn: Program | null,
): string | null {
  const { status, acceptedOn, irccToldOn } = track;
  if (status !== "withdrawn" || acceptedOn === null || irccToldOn !== null || restsOn !== "PNP") return null;
  return "Tell IRCC at once: the nomination is withdrawn, and the case cannot go on as a provincial nominee.";
}

/** The next day on which something is due in a track. */
export function dueOf(
  track: Pick<NominationDto, "status" | "answerBy" | "decisionExpectedOn" | "acceptBy" | "expiresOn">,
): { on: IsoDate; what: string } | null {
  const { status, answerBy, decisionExpectedOn, expiresOn } = track;
  const due = (on: IsoDate | null, what: string) => (on === null ? null : { on, what });
  switch (status) {
    case "interest":
      return due(answerBy, "last day to answer");
    case "applied":
      return due(decisionExpectedOn, "decision expected");
    case "offered":
      return due(track.acceptBy, "last day to accept");
    case "nominated":
    case "accepted":
      return due(expiresOn, "nomination expires");
    case "refused":
    case "declined":
    case "lapsed":
    case "withdrawn":
      return null;
  }
}

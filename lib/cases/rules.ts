/**
 * The case's state machine (rules reference, section 8). Pure: which step may follow which, and what a step
 * needs to be true. Interfaces ask it before they offer a step, commands ask it before they take one.
 */
import type { Permission } from "@/lib/policy/permissions";
import type { CaseStage, CaseStep, DeadlineKind } from "./types";

/** Stage order as people read it; used for the track and for sorting. */
export const STAGE_LABELS: Readonly<Record<CaseStage, string>> = {
  ENQUIRY: "Enquiry",
  CONSULTATION: "Consultation",
  RETAINER_PENDING: "Agreement sent",
  RETAINED: "Retained",
  ASSESSMENT: "Assessment",
  PROFILE_PREPARATION: "Profile preparation",
  IN_POOL: "In pool",
  NOMINATION_OFFERED: "Nomination offered",
  ITA_RECEIVED: "Invited",
  APPLICATION_PREPARATION: "Preparation",
  READY_TO_SUBMIT: "Ready to submit",
  SUBMITTED: "Submitted",
  IN_PROCESS: "In process at IRCC",
  APPROVED: "Approved",
  CONFIRMATION_ISSUED: "Confirmation issued",
  LANDED: "Landed",
  ITA_EXPIRED: "Invitation lapsed",
  REJECTED_INCOMPLETE: "Returned as incomplete",
  REFUSED: "Refused",
  WITHDRAWN: "Withdrawn",
  CLOSED: "Closed",
};

/** Section 8, "Leaves on →". States 13 to 16 run in parallel at IRCC and are one stage here. */
const NEXT: Readonly<Record<CaseStage, readonly CaseStage[]>> = {
  ENQUIRY: ["CONSULTATION", "CLOSED"],
  CONSULTATION: ["RETAINER_PENDING", "CLOSED"],
  RETAINER_PENDING: ["RETAINED", "CLOSED"],
  RETAINED: ["ASSESSMENT", "WITHDRAWN", "CLOSED"],
  ASSESSMENT: ["PROFILE_PREPARATION", "WITHDRAWN", "CLOSED"],
  PROFILE_PREPARATION: ["IN_POOL", "WITHDRAWN", "CLOSED"],
  IN_POOL: ["ITA_RECEIVED", "NOMINATION_OFFERED", "PROFILE_PREPARATION", "WITHDRAWN", "CLOSED"],
  // A profile whose year ends takes the offer with it.
  NOMINATION_OFFERED: ["IN_POOL", "PROFILE_PREPARATION"],
  ITA_RECEIVED: ["APPLICATION_PREPARATION", "IN_POOL", "ITA_EXPIRED", "WITHDRAWN"],
  APPLICATION_PREPARATION: ["READY_TO_SUBMIT", "IN_POOL", "ITA_EXPIRED", "WITHDRAWN"],
  READY_TO_SUBMIT: ["SUBMITTED", "APPLICATION_PREPARATION", "IN_POOL", "ITA_EXPIRED", "WITHDRAWN"],
  SUBMITTED: ["IN_PROCESS", "REJECTED_INCOMPLETE", "WITHDRAWN"],
  IN_PROCESS: ["APPROVED", "REFUSED", "WITHDRAWN"],
  APPROVED: ["CONFIRMATION_ISSUED", "WITHDRAWN"],
  CONFIRMATION_ISSUED: ["LANDED"],
  LANDED: ["CLOSED"],
  ITA_EXPIRED: ["PROFILE_PREPARATION", "CLOSED"],
  REJECTED_INCOMPLETE: ["PROFILE_PREPARATION", "CLOSED"],
  // Reconsidered, or sent back by the Court: IRCC looks at it again, where it stood.
  REFUSED: ["IN_PROCESS", "CLOSED"],
  WITHDRAWN: ["CLOSED"],
  CLOSED: [],
};

export type Step = { allowed: true } | { allowed: false; reason: string };

const YES: Step = { allowed: true };

export function nextStages(stage: CaseStage): readonly CaseStage[] {
  return NEXT[stage];
}

/** May a case go from one stage to another at all? The reason is a plain sentence for the screen. */
export function canStep(from: CaseStage, to: CaseStage): Step {
  if (NEXT[from].includes(to)) return YES;
  const open = NEXT[from].map((stage) => STAGE_LABELS[stage].toLowerCase());
  const next =
    open.length === 0 ? "It is closed and goes nowhere." : `From there it can go to: ${open.join(", ")}.`;
  return {
    allowed: false,
    reason: `This case is at “${STAGE_LABELS[from]}”, so it cannot go to “${STAGE_LABELS[to]}”. ${next}`,
  };
}

export interface SubmissionReadiness {
  stage: CaseStage;
  requiredCount: number;
  acceptedCount: number;
  signedOff: boolean;
  clientApproved: boolean;
}

/** Stage 10 → 11: every required item accepted or waived, the licensee's sign-off, the client's approval. */
export function canBeReady(facts: SubmissionReadiness): Step {
  const step = canStep(facts.stage, "READY_TO_SUBMIT");
  if (!step.allowed) return step;
  const open = facts.requiredCount - facts.acceptedCount;
  if (facts.requiredCount === 0)
    return { allowed: false, reason: "The checklist is empty. Generate it first." };
  if (open > 0) {
    const items = open === 1 ? "1 required document is" : `${open} required documents are`;
    return { allowed: false, reason: `${items} not accepted yet.` };
  }
  if (!facts.signedOff)
    return { allowed: false, reason: "The consultant has not signed off the application yet." };
  if (!facts.clientApproved) return { allowed: false, reason: "The client has not confirmed the facts yet." };
  return YES;
}

/** Stages in which the 60-day window of an invitation is running. */
export const WINDOW_STAGES = [
  "ITA_RECEIVED",
  "APPLICATION_PREPARATION",
  "READY_TO_SUBMIT",
] as const satisfies readonly CaseStage[];

/** Reached stages on which nothing more is asked of anybody. */
export const ENDED_STAGES = [
  "LANDED",
  "REFUSED",
  "WITHDRAWN",
  "CLOSED",
] as const satisfies readonly CaseStage[];

export function hasEnded(stage: CaseStage): boolean {
  return ENDED_STAGES.some((ended) => ended === stage);
}

/** Stages in which facts of the file may still be edited without a formal change to IRCC. */
export function factsAreOpen(stage: CaseStage): Step {
  return hasEnded(stage)
    ? { allowed: false, reason: `This case is at “${STAGE_LABELS[stage]}”; its facts can no longer change.` }
    : YES;
}

interface StepOfJourney {
  name: CaseStep;
  from: CaseStage;
  to: CaseStage;
  permission: Permission;
}

/** The steps this module's commands take, in the order of the journey. */
const STEPS: readonly StepOfJourney[] = [
  { name: "recordConsultation", from: "ENQUIRY", to: "CONSULTATION", permission: "agreement.record" },
  { name: "sendServiceAgreement", from: "CONSULTATION", to: "RETAINER_PENDING", permission: "case.advance" },
  {
    name: "recordServiceAgreement",
    from: "RETAINER_PENDING",
    to: "RETAINED",
    permission: "agreement.record",
  },
  { name: "startAssessment", from: "RETAINED", to: "ASSESSMENT", permission: "case.advance" },
  { name: "startAgain", from: "ITA_EXPIRED", to: "PROFILE_PREPARATION", permission: "case.advance" },
  { name: "startAgain", from: "REJECTED_INCOMPLETE", to: "PROFILE_PREPARATION", permission: "case.advance" },
];

/** The legal next steps of a stage that this module takes; who may take them is policy's word. */
export function stepsFrom(stage: CaseStage): readonly StepOfJourney[] {
  return STEPS.filter((step) => step.from === stage && canStep(stage, step.to).allowed);
}

export interface PlanWindow {
  today: string;
  /** Day 0 and the last day of the open invitation. */
  invitedOn: string;
  endsOn: string;
}

/** A planned submission lies inside the invitation's 60 days, and not in the past. Dates are ISO, so they compare as text. */
export function canPlanOn(plannedOn: string, window: PlanWindow | null): Step {
  if (window === null)
    return { allowed: false, reason: "There is no open invitation, so there is no window to plan in." };
  if (plannedOn < window.today)
    return { allowed: false, reason: "This day has passed. Plan today or later." };
  if (plannedOn > window.endsOn)
    return { allowed: false, reason: "This is after the last day of the invitation. Plan an earlier day." };
  return YES;
}

export interface SearchWord {
  /** The word with LIKE's own signs taken literally. */
  pattern: string;
  /** Too short for trigrams inside a word. */
  short: boolean;
}

/** The words of a typed search, lower case; at most six, so that nobody builds a monster. */
export function searchWords(text: string): SearchWord[] {
  return text
    .normalize("NFC")
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => ({ pattern: word.replace(/[\\%_]/g, "\\$&"), short: word.length < 3 }));
}

/** What falls due, in a word or two for a narrow column. */
export const DEADLINE_LABELS: Readonly<Record<DeadlineKind, string>> = {
  ita: "day 60",
  profile: "profile ends",
  language_test: "language test ends",
  eca: "ECA ends",
  passport: "passport ends",
  nomination: "nomination answer",
  biometrics: "biometrics",
  adr: "answer to IRCC",
  pfl: "answer to IRCC",
  work_permit: "work permit ends",
  medical: "medical ends",
  passport_request: "passport to IRCC",
  decision: "six-month standard",
  court_leave: "leave of the Court",
  copr: "COPR ends",
  pr_card: "PR card address",
  closing: "closing duties",
  file_transfer: "file to successor",
};

/**
 * The case's state machine (rules reference, section 8). Pure: which step may follow which, and what a step
 * needs to be true. Interfaces ask it before they offer a step, commands ask it before they take one.
 */
import type { CaseStage } from "./types";

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
  NOMINATION_OFFERED: ["IN_POOL"],
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
  REFUSED: ["CLOSED"],
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

/** Stages in which facts of the file may still be edited without a formal change to IRCC. */
export function factsAreOpen(stage: CaseStage): Step {
  const closed: readonly CaseStage[] = ["LANDED", "REFUSED", "WITHDRAWN", "CLOSED"];
  return closed.includes(stage)
    ? { allowed: false, reason: `This case is at “${STAGE_LABELS[stage]}”; its facts can no longer change.` }
    : YES;
}

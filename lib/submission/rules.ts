/** What the last steps before IRCC need. Pure; the reasons are plain sentences for the screen. */
import { canBeReady, type Step } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import { endOfDayInZone } from "@/lib/express-entry/timing/zone";

/** Somebody's word about one version of the facts. */
export interface Word {
  factsVersion: number;
  at: Date;
  byName: string | null;
}

export interface SubmissionState {
  stage: CaseStage;
  requiredCount: number;
  acceptedCount: number;
  /** The version of the facts as they are now. */
  factsVersion: number;
  signOff: Word | null;
  approval: Word | null;
  /** "This is wrong" of the client that nobody has answered. */
  openObjections: number;
}

/** A word counts only for the facts it was given on. */
export function stillHolds(word: Word | null, factsVersion: number): boolean {
  return word !== null && word.factsVersion === factsVersion;
}

const YES: Step = { allowed: true };

function no(reason: string): Step {
  return { allowed: false, reason };
}

/** May the consultant sign off? Everything required is accepted, and the work has begun. */
export function canSignOff(state: SubmissionState): Step {
  if (state.stage !== "APPLICATION_PREPARATION") {
    return no("An application is signed off while it is being prepared, before it is ready to submit.");
  }
  if (stillHolds(state.signOff, state.factsVersion)) return no("It is signed off already.");
  // With both words given, what is left to stop it is the checklist.
  return canBeReady({ ...state, signedOff: true, clientApproved: true });
}

/** Why a client cannot confirm now. */
export type NotConfirmable = "notNow" | "notReady" | "already" | "documents" | "objections";
export type ApproveStep = { allowed: true } | { allowed: false; why: NotConfirmable; reason: string };

/**
 * May the client confirm the facts? After the firm's sign-off, so that what is confirmed is final, and not while
 * something that they say is wrong has no answer.
 */
export function canApprove(state: SubmissionState): ApproveStep {
  const not = (why: NotConfirmable, reason: string): ApproveStep => ({ allowed: false, why, reason });
  if (stillHolds(state.approval, state.factsVersion)) {
    return not("already", "You have confirmed this already. Thank you.");
  }
  if (state.stage !== "APPLICATION_PREPARATION") {
    return not("notNow", "There is nothing to confirm at the moment.");
  }
  if (state.openObjections > 0) {
    return not("objections", "You told us that something is wrong. You can confirm once we have answered.");
  }
  if (!stillHolds(state.signOff, state.factsVersion)) {
    return not("notReady", "Your consultant has not finished the application yet.");
  }
  const ready = canBeReady({ ...state, signedOff: true, clientApproved: true });
  return ready.allowed ? ready : not("documents", ready.reason);
}

/** Stages in which a client reads the facts and may say that something is wrong. */
const READ_STAGES: readonly CaseStage[] = ["APPLICATION_PREPARATION", "READY_TO_SUBMIT"];

export function canObject({ stage }: Pick<SubmissionState, "stage">): Step {
  return READ_STAGES.includes(stage)
    ? YES
    : no("There is nothing to confirm at the moment. Write us a message.");
}

export interface WindowOfSubmission {
  receivedAt: Date;
  deadlineDate: string;
  timeZone: string;
}

/** Stage 11 → 12: both words stand for the facts as they are. */
export function canRecordSubmission(state: SubmissionState): Step {
  if (state.stage !== "READY_TO_SUBMIT") {
    return no(
      "Only an application that is ready can be submitted: documents accepted, signed off, confirmed by the client.",
    );
  }
  if (!stillHolds(state.signOff, state.factsVersion) || !stillHolds(state.approval, state.factsVersion)) {
    return no(
      "The facts changed after the sign-off. Go back to preparation, sign off again and let the client confirm.",
    );
  }
  if (state.openObjections > 0) {
    return no("The client says that something is wrong in the facts. Answer it first.");
  }
  return YES;
}

/** The instant IRCC's system shows must lie in the window: a later one is not an application (rules reference 4.2). */
export function submissionFaults(
  input: { submittedAt: Date },
  window: WindowOfSubmission,
  now: Date,
): Record<string, string> {
  const at = input.submittedAt.getTime();
  if (at > now.getTime()) return { submittedAt: "This is in the future." };
  if (at < window.receivedAt.getTime()) return { submittedAt: "This is before the invitation." };
  if (at > endOfDayInZone(window.deadlineDate, window.timeZone).getTime()) {
    return { submittedAt: "This is after the last day of the invitation. IRCC takes no application then." };
  }
  return {};
}

import type { Step } from "@/lib/cases/rules";
import type { SignedFigures } from "@/lib/proof/types";
import type { ApproveStep, SubmissionState } from "./rules";

/** Claimed and proven, as of now and as signed. */
export interface SubmissionProof {
  /** null: the application has been sent. */
  now: {
    claimed: number;
    proven: number;
    /** Lowest score of the round, where it is known. */
    cutOff: number | null;
    /** What is not proven, in a sentence; null: nothing. */
    unproven: string | null;
  } | null;
  signed: SignedFigures | null;
}

/** The last steps of a case, as its screens show them. */
export interface SubmissionDto {
  caseId: string;
  number: string;
  state: SubmissionState;
  submitted: { id: string; at: Date; confirmationNumber: string; packageNumber: number | null } | null;
  /** Frozen packages, newest first; staff alone see them. */
  packages: { id: string; number: number }[];
  window: { receivedAt: Date; deadlineDate: string; timeZone: string } | null;
  /** null: the viewer does not see the facts. */
  proof: SubmissionProof | null;
  steps: { signOff: Step; approve: ApproveStep; record: Step };
}

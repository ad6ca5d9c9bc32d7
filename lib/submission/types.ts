import type { Step } from "@/lib/cases/rules";
import type { SubmissionState } from "./rules";

/** The last steps of a case, as its screens show them. */
export interface SubmissionDto {
  caseId: string;
  state: SubmissionState;
  submitted: { at: Date; confirmationNumber: string } | null;
  window: { receivedAt: Date; deadlineDate: string; timeZone: string } | null;
  steps: { signOff: Step; approve: Step; record: Step };
}

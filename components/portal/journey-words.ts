/** The stages of a case as its client reads them: where that is on the way, and under which name its story is told. */
import type { CaseStage } from "@/lib/cases/types";

/** The long way in six steps. */
export const JOURNEY = ["know", "profile", "pool", "invited", "ircc", "landed"] as const;

/** Index into {@link JOURNEY}; null where the way has ended early. */
export const JOURNEY_STEP: Readonly<Record<CaseStage, number | null>> = {
  ENQUIRY: 0,
  CONSULTATION: 0,
  RETAINER_PENDING: 0,
  RETAINED: 1,
  ASSESSMENT: 1,
  PROFILE_PREPARATION: 1,
  IN_POOL: 2,
  NOMINATION_OFFERED: 2,
  ITA_RECEIVED: 3,
  APPLICATION_PREPARATION: 3,
  READY_TO_SUBMIT: 3,
  SUBMITTED: 4,
  IN_PROCESS: 4,
  APPROVED: 5,
  CONFIRMATION_ISSUED: 5,
  LANDED: 5,
  ITA_EXPIRED: null,
  REJECTED_INCOMPLETE: null,
  REFUSED: null,
  WITHDRAWN: null,
  CLOSED: null,
};

/** Stages that the client cannot tell apart have one story. */
export function storyOf(stage: CaseStage) {
  switch (stage) {
    case "ENQUIRY":
    case "CONSULTATION":
      return "first" as const;
    case "ITA_RECEIVED":
    case "APPLICATION_PREPARATION":
    case "READY_TO_SUBMIT":
      return "window" as const;
    default:
      return stage;
  }
}

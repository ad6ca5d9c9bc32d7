/** What stands beside the queue. Pure. */
import type { CaseStage } from "@/lib/cases/types";

/** Lines of the caseload, in the order of the journey; stages that mean one thing to the firm share a line. */
export const CASELOAD: readonly { label: string; stages: readonly CaseStage[] }[] = [
  { label: "Enquiry", stages: ["ENQUIRY"] },
  { label: "Consultation", stages: ["CONSULTATION", "RETAINER_PENDING"] },
  { label: "Assessment", stages: ["RETAINED", "ASSESSMENT"] },
  { label: "Profile", stages: ["PROFILE_PREPARATION", "ITA_EXPIRED", "REJECTED_INCOMPLETE"] },
  { label: "In the pool", stages: ["IN_POOL", "NOMINATION_OFFERED"] },
  { label: "60-day window", stages: ["ITA_RECEIVED", "APPLICATION_PREPARATION", "READY_TO_SUBMIT"] },
  { label: "At IRCC", stages: ["SUBMITTED", "IN_PROCESS"] },
  { label: "Approved", stages: ["APPROVED", "CONFIRMATION_ISSUED"] },
];

"use server";

import { defineAction } from "@/lib/command/define-action";
import { assignCase } from "./commands/assign-case";
import { assignCases } from "./commands/assign-cases";
import { closeCase } from "./commands/close-case";
import { editEnquiry } from "./commands/edit-enquiry";
import { linkAgreement } from "./commands/link-agreement";
import { openEnquiry } from "./commands/open-enquiry";
import { planSubmission } from "./commands/plan-submission";
import { recordConsultation } from "./commands/record-consultation";
import { recordServiceAgreement } from "./commands/record-service-agreement";
import { sendServiceAgreement } from "./commands/send-service-agreement";
import { startAgain } from "./commands/start-again";
import { startAssessment } from "./commands/start-assessment";
import { withdrawCase } from "./commands/withdraw-case";

export const openEnquiryAction = defineAction(openEnquiry, {
  redirectTo: ({ number }) => `/cases/${number}/overview`,
});
export const recordConsultationAction = defineAction(recordConsultation);
export const sendServiceAgreementAction = defineAction(sendServiceAgreement);
export const recordServiceAgreementAction = defineAction(recordServiceAgreement);
export const linkAgreementAction = defineAction(linkAgreement);
export const startAssessmentAction = defineAction(startAssessment);
export const startAgainAction = defineAction(startAgain);
export const assignCaseAction = defineAction(assignCase);
export const assignCasesAction = defineAction(assignCases);
export const planSubmissionAction = defineAction(planSubmission);
export const editEnquiryAction = defineAction(editEnquiry);
export const closeCaseAction = defineAction(closeCase);
export const withdrawCaseAction = defineAction(withdrawCase);

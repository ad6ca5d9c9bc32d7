"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { sendServiceAgreementAction, startAgainAction, startAssessmentAction } from "@/lib/cases/actions";
import type { CaseHeader } from "@/lib/cases/types";

const STEPS = {
  sendServiceAgreement: {
    action: sendServiceAgreementAction,
    button: "The agreement was sent",
    said: "Agreement sent",
  },
  startAssessment: {
    action: startAssessmentAction,
    button: "Start the assessment",
    said: "Assessment started",
  },
  startAgain: {
    action: startAgainAction,
    button: "Prepare a new profile",
    said: "Back to the profile",
  },
} as const;

/** A step that needs nothing but the decision. */
export function StepForm({ file, step }: { file: CaseHeader; step: keyof typeof STEPS }) {
  const { action, button, said } = STEPS[step];
  return (
    <ActionForm action={action} hidden={{ caseId: file.id }} successMessage={said} label={button}>
      <SubmitButton pendingLabel="Saving…">{button}</SubmitButton>
    </ActionForm>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody } from "@/components/ui/card";
import { completeAssessmentAction } from "@/lib/assessment/actions";
import type { Program } from "@/lib/express-entry/eligibility/criterion";

interface CompleteAssessmentProps {
  caseId: string;
  /** Programs that are met today. */
  met: readonly Program[];
}

/** The step to profile preparation. Pressed too early it answers with what is still missing. */
export function CompleteAssessment({ caseId, met }: CompleteAssessmentProps) {
  return (
    <Card>
      <CardBody>
        <ActionForm
          action={completeAssessmentAction}
          hidden={{ caseId }}
          successMessage="Assessment complete"
          label="Complete the assessment"
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="min-w-0 flex-1 basis-60">
              {met.length > 0
                ? `${met.join(" and ")} met: the Express Entry profile can be prepared.`
                : "No program is met yet. The assessment goes on until one is."}
            </p>
            <SubmitButton variant={met.length > 0 ? "primary" : "default"} pendingLabel="Checking…">
              Complete the assessment
            </SubmitButton>
          </div>
        </ActionForm>
      </CardBody>
    </Card>
  );
}

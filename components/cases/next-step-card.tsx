import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { CaseHeader, CaseStep } from "@/lib/cases/types";
import { AgreementForm } from "./agreement-form";
import { StepForm } from "./step-form";

interface NextStepCardProps {
  file: CaseHeader;
  documents: readonly { id: string; title: string }[];
  /** Where a signed paper can be sent now. */
  attach: ReactNode;
}

const TITLES: Readonly<Record<CaseStep, { title: string; words: string }>> = {
  recordConsultation: {
    title: "Record the consultation",
    words: "The client signs a consultation agreement before any advice is given (Code s. 23).",
  },
  sendServiceAgreement: {
    title: "Send the service agreement",
    words: "Send it outside Landfall for now, then say so here. The case then waits for both signatures.",
  },
  recordServiceAgreement: {
    title: "Record the signed agreement",
    words: "Both have signed the service agreement (Code s. 24): the firm is retained.",
  },
  startAssessment: {
    title: "Start the assessment",
    words:
      "The intake is complete. Enter the dated facts on Assessment; programs and score follow from them.",
  },
  startAgain: {
    title: "Start again with a new profile",
    words:
      "The old profile and its invitation stay in the file as they were. The sign-off and the client’s word are given anew for the next application.",
  },
};

function StepBody({ file, step, documents, attach }: NextStepCardProps & { step: CaseStep }) {
  switch (step) {
    case "recordConsultation":
      return <AgreementForm file={file} kind="consultation" documents={documents} attach={attach} />;
    case "recordServiceAgreement":
      return <AgreementForm file={file} kind="service" documents={documents} attach={attach} />;
    case "sendServiceAgreement":
      return <StepForm file={file} step="sendServiceAgreement" />;
    case "startAgain":
      return <StepForm file={file} step="startAgain" />;
    case "startAssessment":
      return (
        <div className="flex flex-wrap gap-2">
          <StepForm file={file} step="startAssessment" />
          <Button href={`/cases/${file.number}/assessment`}>Enter facts</Button>
        </div>
      );
  }
}

/** The one next legal step of this module, as a form. */
export function NextStepCard({ file, documents, attach }: NextStepCardProps) {
  const [step] = file.allowedSteps;
  if (step === undefined) return null;
  const { title, words } = TITLES[step];
  return (
    <Card labelledBy="next-step">
      <CardHeader id="next-step" title={title} />
      <CardBody className="space-y-3">
        <p className="max-w-140 text-ink-2">{words}</p>
        <StepBody file={file} step={step} documents={documents} attach={attach} />
      </CardBody>
    </Card>
  );
}

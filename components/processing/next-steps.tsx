import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { FormRow } from "@/components/forms/form-row";
import {
  acknowledgeAction,
  checkCompletenessAction,
  confirmAction,
  giveAddressAction,
  landAction,
} from "@/lib/processing/actions";
import type { ProcessingStep } from "@/lib/processing/types";
import { Challenge, Decide, Hold, Reopen, Resume } from "./decision-forms";
import { EvidenceField } from "./evidence-field";
import { hiddenOf, type OfPage } from "./of-page";
import { StepDialog } from "./step-dialog";

function Acknowledge({ page }: OfPage) {
  const { caseId, documents, today, sent } = page;
  return (
    <StepDialog
      action={acknowledgeAction}
      hidden={{ caseId }}
      title="Acknowledgement of receipt"
      open="Record the acknowledgement…"
      button="Record the acknowledgement"
      said="Acknowledged, the six months are running, the client is told"
      look="primary"
    >
      <TextField
        name="number"
        label="Application number"
        defaultValue={sent?.number}
        maxLength={60}
        required
      />
      <FormRow>
        <DateField
          name="receivedOn"
          label="Received by IRCC on"
          defaultValue={sent?.on}
          max={today}
          required
        />
        <DateField name="acknowledgedOn" label="Date of the acknowledgement" max={today} required />
      </FormRow>
      <EvidenceField {...{ caseId, documents }} title="Acknowledgement of receipt" what="the letter" />
    </StepDialog>
  );
}

function Check({ page }: OfPage) {
  const { caseId, documents, today } = page;
  return (
    <StepDialog
      action={checkCompletenessAction}
      hidden={hiddenOf(page)}
      title="Completeness check"
      description="Returned as incomplete: the fees come back, and a new profile is needed (IRPR 10, 12)."
      open="Record the completeness check…"
      button="Record the check"
      said="Recorded, the client is told"
      look="primary"
    >
      <SelectField
        name="outcome"
        label="What came of it"
        options={[
          { value: "passed", label: "Passed: IRCC is at work" },
          { value: "returned", label: "Returned as incomplete" },
        ]}
        defaultValue="passed"
        required
      />
      <DateField name="on" label="On" max={today} required />
      <TextareaField
        name="missing"
        label="What IRCC found missing"
        hint="Where it was returned"
        rows={2}
        optional
      />
      <DateField name="feesReturnedOn" label="Fees returned on" optional />
      <EvidenceField {...{ caseId, documents }} title="Completeness check of IRCC" what="the letter" />
    </StepDialog>
  );
}

function Confirm({ page }: OfPage) {
  const { caseId, documents, today } = page;
  return (
    <StepDialog
      action={confirmAction}
      hidden={hiddenOf(page)}
      title="Confirmation of permanent residence"
      open="Record the confirmation…"
      button="Record the confirmation"
      said="Confirmation recorded, the client is told"
      look="primary"
    >
      <SelectField
        name="kind"
        label="Which"
        options={[
          { value: "ecopr", label: "eCOPR, from the PR portal" },
          { value: "copr", label: "COPR, on paper" },
        ]}
        defaultValue="ecopr"
        required
      />
      <FormRow>
        <DateField name="issuedOn" label="Issued on" max={today} required />
        <DateField name="until" label="Valid until" hint="It cannot be used after" optional />
      </FormRow>
      <EvidenceField
        {...{ caseId, documents }}
        title="Confirmation of permanent residence"
        what="the confirmation"
      />
    </StepDialog>
  );
}

function Land({ page }: OfPage) {
  const { caseId, documents, today, current } = page;
  return (
    <StepDialog
      action={landAction}
      hidden={hiddenOf(page)}
      title="Landing"
      description="In Canada: the day of the eCOPR. From abroad: the day at the port of entry."
      open="Record the landing…"
      button="Record the landing"
      said="Landed: the closing duties have begun, the client is told"
      look="primary"
    >
      <FormRow>
        <DateField
          name="landedOn"
          label="Landed on"
          defaultValue={current?.confirmation === "ecopr" ? (current.confirmedOn ?? undefined) : undefined}
          max={today}
          required
        />
        <TextField name="place" label="Where" hint="Port of entry, IRCC office or PR portal" required />
      </FormRow>
      <EvidenceField {...{ caseId, documents }} title="Proof of landing" what="the paper" />
    </StepDialog>
  );
}

function GiveAddress({ page }: OfPage) {
  return (
    <StepDialog
      action={giveAddressAction}
      hidden={hiddenOf(page)}
      title="Address for the PR card"
      open="Address given…"
      button="Record it"
      said="Recorded, the client is told"
      look="primary"
    >
      <DateField name="on" label="Given to IRCC on" max={page.today} required />
    </StepDialog>
  );
}

const STEPS: Partial<Record<ProcessingStep, (props: OfPage) => ReactNode>> = {
  acknowledge: Acknowledge,
  check: Check,
  decide: Decide,
  challenge: Challenge,
  reopen: Reopen,
  confirm: Confirm,
  land: Land,
  give_address: GiveAddress,
  resume: Resume,
  hold: Hold,
};

/** What comes next in the journey, a button each; letters and checks have cards of their own. */
export function NextSteps({ page }: OfPage) {
  const next = page.steps.flatMap((step) => {
    const Step = STEPS[step];
    return Step ? [<Step key={step} page={page} />] : [];
  });
  if (next.length === 0) return null;
  return (
    <Card labelledBy="next">
      <CardHeader id="next" title="What comes next" />
      <CardBody>
        <div className="flex flex-wrap gap-2">{next}</div>
      </CardBody>
    </Card>
  );
}

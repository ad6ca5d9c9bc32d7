import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import {
  challengeAction,
  decideAction,
  holdAction,
  reopenAction,
  resumeAction,
} from "@/lib/processing/actions";
import { CHALLENGE_LABELS } from "@/lib/processing/rules";
import { EvidenceField } from "./evidence-field";
import { hiddenOf, type OfPage } from "./of-page";
import { StepDialog } from "./step-dialog";

export function Decide({ page }: OfPage) {
  const { caseId, documents, today } = page;
  const hidden = hiddenOf(page);
  return (
    <>
      <StepDialog
        action={decideAction}
        hidden={{ ...hidden, outcome: "approved" }}
        title="The application is approved"
        open="Approved…"
        button="Record the approval"
        said="Approval recorded, the client is told"
        look="primary"
      >
        <DateField name="on" label="On" max={today} required />
        <SelectField
          name="approvedBy"
          label="How it came"
          options={[
            { value: "portal", label: "Invitation to the PR portal (in Canada)" },
            { value: "passport", label: "Passport request (abroad)" },
          ]}
          emptyLabel="Choose"
          required
        />
        <Checkbox
          name="rprfPaid"
          label="The right of permanent residence fee is paid"
          hint="Otherwise the client is asked for it (IRPR 303)"
        />
        <EvidenceField {...{ caseId, documents }} title="Approval of IRCC" what="the letter" />
      </StepDialog>
      <StepDialog
        action={decideAction}
        hidden={{ ...hidden, outcome: "refused" }}
        title="The application is refused"
        description="The Federal Court can be asked for leave for 15 days from the day it was read in Canada, 60 abroad. As remembered: check with counsel."
        open="Refused…"
        button="Record the refusal"
        said="Refusal recorded, the Court’s days are running, the client is told"
        tone="danger"
      >
        <DateField name="on" label="Read on" max={today} required />
        <Checkbox name="toldInCanada" label="The client was in Canada" />
        <TextareaField name="reasons" label="IRCC’s reasons" rows={3} optional />
        <EvidenceField {...{ caseId, documents }} title="Refusal letter" what="the refusal letter" required />
      </StepDialog>
    </>
  );
}

export function Challenge({ page }: OfPage) {
  const { caseId, documents, today } = page;
  return (
    <StepDialog
      action={challengeAction}
      hidden={hiddenOf(page)}
      title="Challenge the refusal"
      open="Reconsideration or Court…"
      button="Record it"
      said="Recorded, the client is told"
      look="primary"
    >
      <SelectField
        name="kind"
        label="What was asked for"
        options={Object.entries(CHALLENGE_LABELS).map(([value, label]) => ({ value, label }))}
        defaultValue="reconsideration"
        required
      />
      <DateField name="on" label="On" max={today} required />
      <TextareaField name="note" label="Note" rows={2} optional />
      <EvidenceField {...{ caseId, documents }} title="Request to look at it again" what="the request" />
    </StepDialog>
  );
}

export function Hold({ page }: OfPage) {
  const { caseId, documents, today } = page;
  return (
    <StepDialog
      action={holdAction}
      hidden={hiddenOf(page)}
      title="The application is on hold"
      description="Its stage stays, and every date goes on running. A step to another stage ends the hold."
      open="On hold…"
      button="Record the hold"
      said="On hold, the client is told"
    >
      <DateField name="on" label="Since" max={today} required />
      <TextareaField name="reason" label="Why" hint="The client does not read it" rows={2} required />
      <EvidenceField {...{ caseId, documents }} title="Notice that it is on hold" what="the notice" />
    </StepDialog>
  );
}

export function Resume({ page }: OfPage) {
  const { caseId, documents, today } = page;
  return (
    <StepDialog
      action={resumeAction}
      hidden={hiddenOf(page)}
      title="The application goes on"
      open="Goes on…"
      button="End the hold"
      said="The hold is over, the client is told"
      look="primary"
    >
      <DateField name="on" label="Since" defaultValue={today} max={today} required />
      <TextareaField name="note" label="Note" rows={2} optional />
      <EvidenceField {...{ caseId, documents }} title="Notice that it goes on" what="the notice" />
    </StepDialog>
  );
}

export function Reopen({ page }: OfPage) {
  const { caseId, documents, today } = page;
  return (
    <StepDialog
      action={reopenAction}
      hidden={hiddenOf(page)}
      title="IRCC looks at it again"
      open="Looked at again…"
      button="Record it"
      said="In process again, the client is told"
      look="primary"
    >
      <DateField name="on" label="Since" max={today} required />
      <TextareaField name="note" label="Why" rows={2} required />
      <EvidenceField {...{ caseId, documents }} title="Answer to the challenge" what="the letter" />
    </StepDialog>
  );
}

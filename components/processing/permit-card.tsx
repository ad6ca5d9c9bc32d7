import { FormRow } from "@/components/forms/form-row";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { DefinitionList, type Definition } from "@/components/ui/definition-list";
import { SelectField } from "@/components/ui/select";
import { formatDate } from "@/lib/format/dates";
import { recordPermitAction } from "@/lib/processing/actions";
import type { ApplicationView, ProcessingPage } from "@/lib/processing/types";
import { EvidenceField } from "./evidence-field";
import { StepDialog } from "./step-dialog";

const POSSIBLE = { now: "Can be asked for now", later: "Not yet", no: "Not possible" } as const;

function RecordPermit({ page, application }: { page: ProcessingPage; application: ApplicationView }) {
  const { caseId, documents, today } = page;
  return (
    <StepDialog
      action={recordPermitAction}
      hidden={{ caseId, version: application.version }}
      title="Bridging open work permit"
      open={application.permitAppliedOn === null ? "Asked for…" : "Answered…"}
      button="Record it"
      said="Recorded, the client is told"
    >
      <DateField
        name="appliedOn"
        label="Asked for on"
        defaultValue={application.permitAppliedOn ?? undefined}
        max={today}
        required
      />
      <SelectField
        name="outcome"
        label="Answer"
        emptyLabel="None yet"
        options={[
          { value: "issued", label: "Issued" },
          { value: "refused", label: "Refused" },
        ]}
        optional
      />
      <FormRow>
        <DateField name="outcomeOn" label="Answered on" max={today} optional />
        <DateField name="until" label="Permit valid until" optional />
      </FormRow>
      <EvidenceField {...{ caseId, documents }} title="Bridging open work permit" what="the paper" />
    </StepDialog>
  );
}

/** Whether the principal applicant can bridge their work permit, and what came of it. */
export function PermitCard({ page, application }: { page: ProcessingPage; application: ApplicationView }) {
  const { permit } = page;
  const { permitAppliedOn, permitOutcome, permitOutcomeOn, permitUntil } = application;
  if (permit === null && permitAppliedOn === null) return null;
  const mayRecord = page.steps.includes("permit") && (permit?.possible === "now" || permitAppliedOn !== null);
  const day = (term: string, on: string | null, more?: string): Definition | false =>
    on !== null && { term, value: more ? `${more}, ${formatDate(on)}` : formatDate(on) };
  const items = [
    day("Work permit ends", permit?.permitEndsOn ?? null),
    day("Asked for", permitAppliedOn),
    day("Answer", permitOutcomeOn, permitOutcome === "issued" ? "Issued" : "Refused"),
    day("New permit valid until", permitUntil),
  ].filter((item) => item !== false);
  return (
    <Card labelledBy="permit">
      <CardHeader
        id="permit"
        title="Bridging open work permit"
        actions={mayRecord && <RecordPermit page={page} application={application} />}
      />
      <CardBody className="space-y-2">
        {permit && permitOutcome === null && (
          <p>
            <b className="font-semibold">
              {permit.possible === null ? "To be checked" : POSSIBLE[permit.possible]}:
            </b>{" "}
            {permit.why}.
          </p>
        )}
        {items.length > 0 && <DefinitionList items={items} />}
      </CardBody>
    </Card>
  );
}

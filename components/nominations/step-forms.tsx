import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/input";
import {
  acceptOfferAction,
  recordApplicationAction,
  recordNominationAction,
  recordOfferAction,
  tellIrccAction,
} from "@/lib/nominations/actions";
import { provinceName } from "@/lib/nominations/catalogue/rules";
import { OUTCOME_LABELS } from "@/lib/nominations/track/rules";
import type { NominationStep, NominationTrack } from "@/lib/nominations/types";

/** The step forward, where there is one. A lapsed offer that was accepted in time stands behind a button instead. */
function nextStepOf({ steps, status }: NominationTrack): NominationStep | null {
  if (status === "lapsed") return null;
  return steps.find((step) => !(step in OUTCOME_LABELS)) ?? null;
}

interface StepFormProps {
  caseId: string;
  track: NominationTrack;
  today: string;
}

function hiddenOf({ caseId, track }: StepFormProps) {
  return { caseId, nominationId: track.id, version: track.version };
}

/** What an application to a province is recorded with. */
export function ApplicationFields({ today }: { today: string }) {
  return (
    <>
      <FormRow>
        <DateField name="appliedOn" label="Sent to the province on" max={today} required />
        <DateField name="decisionExpectedOn" label="Decision expected" optional />
      </FormRow>
      <TextField name="referenceNumber" label="Reference number" optional maxLength={60} />
    </>
  );
}

function ApplyForm(props: StepFormProps) {
  return (
    <ActionForm
      action={recordApplicationAction}
      hidden={hiddenOf(props)}
      label="Record the provincial application"
      successMessage="Application recorded"
    >
      <FormStack>
        <ApplicationFields today={props.today} />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Saving…">
            Record the application
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

function NominateForm(props: StepFormProps) {
  return (
    <ActionForm
      action={recordNominationAction}
      hidden={hiddenOf(props)}
      label="Record the nomination"
      successMessage="Nomination recorded"
    >
      <FormStack>
        <TextField name="certificateNumber" label="Certificate number" maxLength={60} required />
        <FormRow>
          <DateField name="issuedOn" label="Issued on" max={props.today} required />
          <DateField name="expiresOn" label="Expires on" optional hint="As on the certificate" />
        </FormRow>
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Saving…">
            Record the nomination
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

function OfferForm(props: StepFormProps) {
  return (
    <ActionForm
      action={recordOfferAction}
      hidden={hiddenOf(props)}
      label="Record the nomination in IRCC’s account"
      successMessage="Recorded, the 30 days are running"
    >
      <FormStack>
        <DateField
          name="offeredOn"
          label="Shown in IRCC’s account on"
          hint="30 calendar days to accept it run from this day"
          max={props.today}
          required
        />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Starting the clock…">
            Start the 30 days
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

export function AcceptForm(props: StepFormProps) {
  const name = provinceName(props.track.province);
  return (
    <ActionForm
      action={acceptOfferAction}
      hidden={hiddenOf(props)}
      label="Record the acceptance"
      successMessage="Accepted: score and class follow from it"
    >
      <FormStack>
        <DateField name="acceptedOn" label="Accepted in IRCC’s account on" max={props.today} required />
        <Checkbox
          name="livesThere"
          label={`The client intends to live in ${name}`}
          hint="A nominee must (IRPR 87(2)(b)). It is written among the facts."
        />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Saving…">
            Record the acceptance
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

function TellForm(props: StepFormProps) {
  return (
    <ActionForm
      action={tellIrccAction}
      hidden={hiddenOf(props)}
      label="IRCC was told"
      successMessage="Recorded"
    >
      <FormStack>
        <DateField name="irccToldOn" label="IRCC was told on" max={props.today} required />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Saving…">
            IRCC was told
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** The form of the step that is next; nothing where only an ending can follow. */
export function NextStepForm(props: StepFormProps) {
  switch (nextStepOf(props.track)) {
    case "apply":
      return <ApplyForm {...props} />;
    case "nominate":
      return <NominateForm {...props} />;
    case "offer":
      return <OfferForm {...props} />;
    case "accept":
      return <AcceptForm {...props} />;
    case "tell_ircc":
      return <TellForm {...props} />;
    default:
      return null;
  }
}

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { recordInterestAction, startApplicationAction } from "@/lib/nominations/actions";
import { NOMINATING_PROVINCES } from "@/lib/nominations/catalogue/rules";
import type { NominationPage } from "@/lib/nominations/types";
import { ApplicationFields } from "./step-forms";

/** A stream of the catalogue, or a province and a name for one that is not in it. */
function StreamFields({ page }: { page: NominationPage }) {
  return (
    <>
      <SelectField
        name="streamId"
        label="Stream"
        emptyLabel="Another, not in the catalogue"
        options={page.choices}
        defaultValue={page.streams[0]?.stream.id ?? ""}
      />
      <details>
        <summary className="cursor-pointer text-link">A stream that is not in the catalogue</summary>
        <div className="mt-2">
          <FormRow>
            <SelectField
              name="province"
              label="Province"
              optional
              emptyLabel="Choose…"
              options={NOMINATING_PROVINCES}
            />
            <TextField name="streamName" label="Its name" optional maxLength={160} />
          </FormRow>
        </div>
      </details>
    </>
  );
}

function InterestForm({ page }: { page: NominationPage }) {
  return (
    <ActionForm
      action={recordInterestAction}
      hidden={{ caseId: page.caseId }}
      successMessage="Notification recorded"
      resetOnSuccess
      label="Record a notification of interest"
    >
      <FormStack>
        <StreamFields page={page} />
        <FormRow>
          <DateField name="interestOn" label="Received on" max={page.today} required />
          <DateField name="answerBy" label="Last day to answer" optional />
        </FormRow>
        <FormActions>
          <SubmitButton variant={page.tracks.length === 0 ? "primary" : "default"} pendingLabel="Saving…">
            Record the notification
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

function ApplicationForm({ page }: { page: NominationPage }) {
  return (
    <ActionForm
      action={startApplicationAction}
      hidden={{ caseId: page.caseId }}
      successMessage="Application recorded"
      resetOnSuccess
      label="Record an application"
    >
      <FormStack>
        <StreamFields page={page} />
        <ApplicationFields today={page.today} />
        <FormActions>
          <SubmitButton pendingLabel="Saving…">Record the application</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** Where a track begins: a province wrote, or the client applies without being asked. */
export function StartCard({ page }: { page: NominationPage }) {
  if (!page.allowed.start) return null;
  return (
    <Card labelledBy="start">
      <CardHeader id="start" title="A province wrote, or the client applies" />
      <CardBody className="space-y-3">
        <details open={page.tracks.length === 0}>
          <summary className="cursor-pointer font-semibold">A notification of interest came</summary>
          <div className="mt-3">
            <InterestForm page={page} />
          </div>
        </details>
        <details>
          <summary className="cursor-pointer font-semibold">The client applied without one</summary>
          <div className="mt-3">
            <ApplicationForm page={page} />
          </div>
        </details>
      </CardBody>
    </Card>
  );
}

import { StepDialog } from "./step-dialog";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/input";
import { beginClosingAction, nameSuccessorAction } from "@/lib/closing/actions";
import type { ClosingPage } from "@/lib/closing/types";

/** Where the closing duties begin: the work is done, or the retainer ends before that. */
export function BeginCard({ page }: { page: ClosingPage }) {
  const { caseId, today, ending } = page;
  return (
    <Card labelledBy="begin">
      <CardHeader id="begin" title="The closing duties have not begun" />
      <CardBody className="space-y-3">
        <p className="max-w-140 text-ink-2">
          {ending === "completed"
            ? "Within 30 days of completion the firm returns documents, accounts for funds, sends the final invoice and refunds what was not earned (Code s. 36)."
            : "When the retainer ends, IRCC is told within 10 days; documents, funds, invoice and refund are settled within 30 (Code s. 36)."}
        </p>
        <StepDialog
          action={beginClosingAction}
          hidden={{ caseId }}
          title="Begin the closing duties"
          open="Begin closing…"
          button="Begin"
          said="The closing duties run"
          look="primary"
        >
          <DateField
            name="endedOn"
            label={ending === "completed" ? "The work was completed on" : "The retainer ended on"}
            defaultValue={today}
            max={today}
            required
          />
        </StepDialog>
      </CardBody>
    </Card>
  );
}

/** The client goes on with somebody else: ten business days to hand the file over. */
export function SuccessorCard({ page }: { page: ClosingPage }) {
  const { caseId, today } = page;
  return (
    <Card labelledBy="successor">
      <CardHeader id="successor" title="Somebody takes the file over" />
      <CardBody className="space-y-3">
        <p className="max-w-140 text-ink-2">
          The file goes to the successor within 10 business days, even where fees are unpaid (Code s. 36).
          Saturdays, Sundays and the general holidays of the Canada Labour Code are left out.
        </p>
        <StepDialog
          action={nameSuccessorAction}
          hidden={{ caseId }}
          title="Name the successor"
          open="Name the successor…"
          button="Record it"
          said="The transfer has its date"
        >
          <TextField name="successor" label="Who takes it over" required />
          <DateField name="askedOn" label="Asked for on" defaultValue={today} max={today} required />
        </StepDialog>
      </CardBody>
    </Card>
  );
}

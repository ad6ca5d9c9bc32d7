import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { StatusIcon } from "@/components/ui/status-icon";
import { formatCount } from "@/lib/format/quantities";
import { dateInZone, formatDate, formatDateTime } from "@/lib/format/dates";
import { stillHolds, type Word } from "@/lib/submission/rules";
import type { SubmissionDto } from "@/lib/submission/types";
import { ProofMark } from "./proof-mark";
import { ReopenForm } from "./reopen-form";
import { SignOffForm } from "./sign-off-form";
import { SubmitForm } from "./submit-form";

function Mark({ done, children }: { done: boolean; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      <StatusIcon tone={done ? "ok" : "neutral"} label={done ? "Done" : "Open"} />
      <span>{children}</span>
    </li>
  );
}

function wordOf(word: Word | null, factsVersion: number, timeZone: string, waiting: string): string {
  if (word === null) return waiting;
  const when = formatDate(dateInZone(word.at, timeZone));
  const who = word.byName === null ? when : `${word.byName}, ${when}`;
  return stillHolds(word, factsVersion) ? who : `${who}; the facts changed since, so it must be given again`;
}

interface SubmissionStepProps {
  submission: SubmissionDto;
  timeZone: string;
  /** By policy; the state machine's answers are in the submission. */
  allowed: { signOff: boolean; record: boolean };
}

/** The last steps before IRCC: documents, the consultant's sign-off, the client's word, the submission itself. */
export function SubmissionStep({ submission, timeZone, allowed }: SubmissionStepProps) {
  const { caseId, number, state, steps, submitted, proof } = submission;
  const base = `/cases/${encodeURIComponent(number)}`;
  const preparing = state.stage === "APPLICATION_PREPARATION";
  const ready = state.stage === "READY_TO_SUBMIT";
  if (!preparing && !ready && submitted === null) return null;
  return (
    <Card labelledBy="submission">
      <CardHeader id="submission" title="Submission" detail={submitted ? undefined : "in this order"} />
      <CardBody>
        <div className="grid gap-4">
          <ol className="grid gap-2">
            <Mark done={state.requiredCount > 0 && state.acceptedCount === state.requiredCount}>
              <b className="font-semibold">Documents:</b> {state.acceptedCount} of {state.requiredCount}{" "}
              accepted
            </Mark>
            {proof && <ProofMark proof={proof} href={`${base}/assessment/proof`} />}
            <Mark done={submitted !== null || stillHolds(state.signOff, state.factsVersion)}>
              <b className="font-semibold">Sign-off:</b>{" "}
              {wordOf(state.signOff, state.factsVersion, timeZone, "the consultant’s review")}
            </Mark>
            <Mark done={submitted !== null || stillHolds(state.approval, state.factsVersion)}>
              <b className="font-semibold">Client:</b>{" "}
              {wordOf(state.approval, state.factsVersion, timeZone, "confirms the facts in the portal")}
              {(state.approval !== null || state.openObjections > 0) && (
                <a href={`${base}/overview/confirmed`} className="ml-2 text-link">
                  {state.openObjections > 0
                    ? `${formatCount(state.openObjections, "objection")} to answer`
                    : "What was confirmed"}
                </a>
              )}
            </Mark>
            <Mark done={submitted !== null}>
              <b className="font-semibold">Sent:</b>{" "}
              {submitted
                ? `${formatDateTime(submitted.at, "UTC", { seconds: true, nameZone: true })}, number ${submitted.confirmationNumber}${submitted.packageNumber === null ? "" : `, package ${submitted.packageNumber}`}`
                : "recorded here after IRCC’s system confirms it"}
            </Mark>
          </ol>
          {preparing && allowed.signOff && (
            <div>
              {steps.signOff.allowed ? (
                <SignOffForm caseId={caseId} unproven={proof?.now?.unproven ?? null} />
              ) : (
                <p className="text-sm text-ink-2">
                  {stillHolds(state.signOff, state.factsVersion)
                    ? "Signed off. The client is asked to confirm the facts in the portal."
                    : `Not ready to sign off: ${steps.signOff.reason}`}
                </p>
              )}
            </div>
          )}
          {ready && allowed.record && steps.record.allowed && (
            <SubmitForm caseId={caseId} packages={submission.packages} />
          )}
          {ready && !steps.record.allowed && <p className="text-sm text-watch">{steps.record.reason}</p>}
          {ready && allowed.signOff && (
            <Dialog
              title="Back to preparation"
              description="Something must change before it is sent."
              trigger={{ label: "Back to preparation", size: "sm", variant: "quiet" }}
            >
              <ReopenForm caseId={caseId} />
            </Dialog>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

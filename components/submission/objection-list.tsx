import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { StatusIcon } from "@/components/ui/status-icon";
import { TextareaField } from "@/components/ui/textarea";
import { dateInZone, formatDate } from "@/lib/format/dates";
import { answerObjectionAction } from "@/lib/submission/actions";
import type { Objection } from "@/lib/submission/sheet/types";

interface ObjectionListProps {
  caseId: string;
  objections: readonly Objection[];
  timeZone: string;
  /** The viewer may answer. */
  mayAnswer: boolean;
}

/** What the client says is wrong, and the firm's answers; an open one with its form. */
export function ObjectionList({ caseId, objections, timeZone, mayAnswer }: ObjectionListProps) {
  const day = (at: Date) => formatDate(dateInZone(at, timeZone));
  return (
    <ul className="divide-y divide-line">
      {objections.map(({ id, sectionTitle, note, at, answer, answeredAt, answeredBy, version }) => (
        <li key={id} className="flex items-start gap-3 px-4 py-3">
          <StatusIcon tone={answer === null ? "watch" : "ok"} label={answer === null ? "Open" : "Answered"} />
          <div className="min-w-0 flex-1 wrap-anywhere">
            <p>
              <b className="font-semibold">{sectionTitle}</b> <span className="text-ink-2">{day(at)}</span>
            </p>
            <p>{note}</p>
            {answer !== null && answeredAt !== null && (
              <p className="mt-1 text-ink-2">
                {answeredBy ?? "Somebody"}, {day(answeredAt)}: {answer}
              </p>
            )}
            {answer === null && mayAnswer && (
              <ActionForm
                action={answerObjectionAction}
                hidden={{ caseId, objectionId: id, version }}
                label={`Answer: ${sectionTitle}`}
                successMessage="Answered; the client reads it as a message"
                className="mt-2"
              >
                <FormStack>
                  <TextareaField
                    name="answer"
                    label="Your answer"
                    hint="Say what you corrected, or why it is right. The client reads it as a message and can confirm after that."
                    required
                    maxLength={1000}
                    rows={2}
                  />
                  <FormActions>
                    <SubmitButton pendingLabel="Sending…">Answer</SubmitButton>
                  </FormActions>
                </FormStack>
              </ActionForm>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

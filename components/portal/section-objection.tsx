import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { StatusIcon } from "@/components/ui/status-icon";
import { TextareaField } from "@/components/ui/textarea";
import { raiseObjectionAction } from "@/lib/submission/actions";

interface Said {
  id: string;
  /** `You said on 3 Nov 2026: …` */
  said: string;
  /** The firm's answer; null: none yet. */
  answer: string | null;
}

interface SectionObjectionProps {
  caseId: string;
  section: string;
  locale: string;
  said: readonly Said[];
  /** The form is offered. */
  open: boolean;
  words: {
    wrong: string;
    wrongAria: string;
    wrongText: string;
    note: string;
    send: string;
    sending: string;
    waiting: string;
  };
}

/** "This is wrong", below one section of the facts: what was said and answered, and a form to say it. */
export function SectionObjection({ caseId, section, locale, said, open, words }: SectionObjectionProps) {
  if (said.length === 0 && !open) return null;
  return (
    <div className="border-t border-line px-4 py-3">
      {said.map(({ id, said: text, answer }) => (
        <div key={id} className="mb-3 flex items-start gap-2 last:mb-0">
          <StatusIcon tone={answer === null ? "watch" : "ok"} className="mt-1" />
          <div className="min-w-0 wrap-anywhere">
            <p>{text}</p>
            <p className="text-ink-2">{answer ?? words.waiting}</p>
          </div>
        </div>
      ))}
      {open && (
        <details className="group">
          <summary className="flex min-h-11 w-fit cursor-pointer items-center text-link underline-offset-4 hover:underline">
            <span aria-hidden>{words.wrong}</span>
            <span className="sr-only">{words.wrongAria}</span>
          </summary>
          <ActionForm
            action={raiseObjectionAction}
            hidden={{ caseId, section, locale }}
            label={words.wrongAria}
            resetOnSuccess
            className="mt-2"
          >
            <p className="mb-3 text-ink-2">{words.wrongText}</p>
            <TextareaField name="note" label={words.note} required maxLength={1000} rows={3} />
            <SubmitButton size="lg" pendingLabel={words.sending} className="mt-3 min-h-11">
              {words.send}
            </SubmitButton>
          </ActionForm>
        </details>
      )}
    </div>
  );
}

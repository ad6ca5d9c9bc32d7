import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { approveAction } from "@/lib/submission/actions";
import { FACTS_WORDS } from "./facts-words";

interface ConfirmFactsProps {
  caseId: string;
  /** The version of the facts above it: another one is not confirmed by accident. */
  factsVersion: number;
}

/** The client's word that the facts are true. A refusal because they changed leads back to them. */
export function ConfirmFacts({ caseId, factsVersion }: ConfirmFactsProps) {
  return (
    <div className="mt-6 rounded-lg border border-line-strong bg-surface p-5">
      <ActionForm action={approveAction} hidden={{ caseId, factsVersion }} label={FACTS_WORDS.button}>
        <Checkbox name="confirmed" label={FACTS_WORDS.checkbox} required />
        <SubmitButton
          size="lg"
          pendingLabel={FACTS_WORDS.pending}
          className="mt-4 min-h-13 w-full rounded-lg"
        >
          {FACTS_WORDS.button}
        </SubmitButton>
        <p className="mt-3 text-center text-base text-ink-2">{FACTS_WORDS.after}</p>
        <p className="mt-3 text-center text-base text-ink-2">
          {FACTS_WORDS.changed} {/* A whole new page: what stands in the form is what stands above it. */}
          <a href="/portal/approve" className="text-link">
            {FACTS_WORDS.reread}
          </a>
        </p>
      </ActionForm>
    </div>
  );
}

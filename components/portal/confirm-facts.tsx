import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { approveAction } from "@/lib/submission/actions";
import type { FactsPage } from "@/lib/submission/sheet/types";

interface ConfirmFactsProps {
  /** What stands above it: another text is not confirmed by accident. */
  page: Pick<FactsPage, "caseId" | "factsVersion" | "sheet" | "sha256">;
  words: {
    checkbox: string;
    button: string;
    pending: string;
    after: string;
    meanwhile: string;
    reread: string;
  };
}

/** The client's word that the facts are true. A refusal because they changed leads back to them. */
export function ConfirmFacts({ page, words }: ConfirmFactsProps) {
  const { caseId, factsVersion, sheet, sha256 } = page;
  const hidden = { caseId, factsVersion, locale: sheet.locale, on: sheet.on, sha256 };
  return (
    <div className="mt-6 rounded-lg border border-line-strong bg-surface p-5">
      <ActionForm action={approveAction} hidden={hidden} label={words.button}>
        <Checkbox name="confirmed" label={words.checkbox} required />
        <SubmitButton size="lg" pendingLabel={words.pending} className="mt-4 min-h-13 w-full rounded-lg">
          {words.button}
        </SubmitButton>
        <p className="mt-3 text-center text-base text-ink-2">{words.after}</p>
        <p className="mt-3 text-center text-base text-ink-2">
          {words.meanwhile} {/* A whole new page: what stands in the form is what stands above it. */}
          <a href="/portal/approve" className="text-link">
            {words.reread}
          </a>
        </p>
      </ActionForm>
    </div>
  );
}

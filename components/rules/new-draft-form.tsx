import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { createDraftAction } from "@/lib/rules/actions";
import { KIND_LABELS } from "@/lib/rules/rules";
import type { NewDraft } from "@/lib/rules/types";
import { HeadFields } from "./head-fields";
import { JsonField } from "./json-field";

/** Starts a draft, from what is in force or from pasted JSON. */
export function NewDraftForm({ draft }: { draft: NewDraft }) {
  const { kind, startsFrom, declared, suggestedKey, today } = draft;
  return (
    <ActionForm action={createDraftAction} hidden={{ kind }} label={`New ${KIND_LABELS[kind].one}`}>
      <FormStack>
        <HeadFields
          name={suggestedKey}
          effectiveFrom={declared?.effectiveFrom ?? today}
          source=""
          note={null}
        />
        <p className="text-ink-2">
          {startsFrom === null
            ? "There is no version to start from: paste the table."
            : `The draft starts with the figures of ${startsFrom}. Nothing is computed with it until it is activated.`}
        </p>
        <details>
          <summary className="cursor-pointer py-1 font-semibold">Start from a table as JSON instead</summary>
          <div className="mt-2">
            <JsonField hint="In the shape of our own tables; name, day and source are taken from above." />
          </div>
        </details>
        <FormActions>
          <SubmitButton pendingLabel="Starting…">Start the draft</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { confirmProofAction, refuseProofAction } from "@/lib/proof/actions";
import type { LedgerFact, NeedProof, ProofChoice } from "@/lib/proof/types";

interface PaperFormsProps {
  caseId: string;
  fact: LedgerFact;
  paper: NeedProof;
  choices: readonly ProofChoice[];
}

/** A consultant's word on one paper of a fact: which document shows it and where, or that none does. */
export function PaperForms({ caseId, fact, paper, choices }: PaperFormsProps) {
  const hidden = { caseId, factKey: fact.key, need: paper.need, version: paper.version };
  const about = `${paper.title}, ${fact.label}`;
  return (
    <div className="mt-2 grid gap-4 rounded-lg bg-sunken p-3 md:grid-cols-2">
      {choices.length === 0 ? (
        <p className="text-sm text-ink-2">No document is accepted yet, so there is nothing to point at.</p>
      ) : (
        <ActionForm
          action={confirmProofAction}
          hidden={hidden}
          label={`Confirm: ${about}`}
          successMessage="Confirmed"
        >
          <FormStack>
            <SelectField
              name="versionId"
              label="Shown by"
              options={choices.map(({ versionId, label }) => ({ value: versionId, label }))}
              defaultValue={paper.file?.versionId}
              emptyLabel="Choose…"
              required
            />
            <FormRow>
              <TextField
                name="page"
                label="Page"
                hint="Empty where it is not on one page"
                inputMode="numeric"
                defaultValue={paper.page === null ? undefined : String(paper.page)}
              />
            </FormRow>
            <FormActions>
              <SubmitButton size="sm" pendingLabel="Confirming…">
                It shows the fact
              </SubmitButton>
            </FormActions>
          </FormStack>
        </ActionForm>
      )}
      <ActionForm
        action={refuseProofAction}
        hidden={hidden}
        label={`Refuse: ${about}`}
        successMessage="Counts as not proven"
      >
        <FormStack>
          <TextField name="note" label="Why it does not prove it" required maxLength={300} />
          <FormActions>
            <SubmitButton size="sm" variant="quiet" pendingLabel="Saving…">
              It does not prove the fact
            </SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
    </div>
  );
}

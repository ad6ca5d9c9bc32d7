"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/textarea";
import { settleFlagAction } from "@/lib/checklist/actions";
import type { DocumentFlag } from "@/lib/checklist/review/types";

/** Settles a contradiction with the reason why document and fact may both stand. */
export function SettleFlag({
  flag,
}: {
  flag: Pick<DocumentFlag, "id" | "requirementId" | "label" | "factSays" | "documentSays">;
}) {
  return (
    <Dialog
      title={`${flag.label}: why both may stand`}
      description={`The file says “${flag.factSays}”, the document “${flag.documentSays}”. If the file is wrong, correct the fact instead: that settles it too.`}
      trigger={{ label: "Settle…", variant: "quiet", size: "sm" }}
      size="sm"
    >
      <SettleForm flag={flag} />
    </Dialog>
  );
}

function SettleForm({ flag }: { flag: Pick<DocumentFlag, "id" | "requirementId" | "label"> }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={settleFlagAction}
      hidden={{ requirementId: flag.requirementId, flagId: flag.id }}
      successMessage={`${flag.label}: settled`}
      onSuccess={close}
    >
      <FormStack>
        <TextareaField name="reason" label="Why both may stand" rows={2} required maxLength={300} />
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel="Settling…">Settle it</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

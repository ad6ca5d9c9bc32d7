"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/textarea";
import { closeCaseAction, withdrawCaseAction } from "@/lib/cases/actions";
import type { CaseHeader } from "@/lib/cases/types";
import { endingAt } from "@/lib/closing/rules";

const ENDINGS = {
  close: { action: closeCaseAction, button: "Close the file", said: "File closed" },
  withdraw: { action: withdrawCaseAction, button: "Record the withdrawal", said: "Withdrawal recorded" },
} as const;

/** Ends the case, with a reason that stays on its timeline. Open dates are cleared; nothing is deleted. */
export function EndCaseForm({ file, ending }: { file: CaseHeader; ending: "close" | "withdraw" }) {
  const close = useDialogClose();
  const { action, button, said } = ENDINGS[ending];
  return (
    <ActionForm action={action} hidden={{ caseId: file.id }} successMessage={said} onSuccess={close}>
      <FormStack>
        <TextareaField
          name="reason"
          label="Reason"
          hint="It stays on the timeline. Open dates are cleared, a live profile counts as withdrawn; nothing is deleted."
          required
        />
        {ending === "close" && endingAt(file.stage) !== null && (
          <TextareaField
            name="dutiesReason"
            label="Why without the closing duties"
            hint="Only where some are open, or they never began (Code s. 36): it is kept"
            rows={2}
            optional
          />
        )}
        <FormActions>
          <SubmitButton variant="danger" pendingLabel="Saving…">
            {button}
          </SubmitButton>
          <DialogClose>Keep it open</DialogClose>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

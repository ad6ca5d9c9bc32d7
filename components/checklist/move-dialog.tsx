"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select";
import { moveDocumentAction } from "@/lib/checklist/actions";
import type { Review } from "@/lib/checklist/review/types";
import { lineLabel } from "./split-dialog";

interface MoveDialogProps {
  review: Review;
  /** Version of the line, as the server said last. */
  version: number;
  after: string;
}

/** Gives the file to the item that it belongs to; this one is asked for again. */
export function MoveDialog({ review, version, after }: MoveDialogProps) {
  const close = useDialogClose();
  const router = useRouter();
  return (
    <ActionForm
      action={moveDocumentAction}
      hidden={{
        requirementId: review.requirementId,
        versionId: review.versions[0]?.id ?? "",
        version,
      }}
      successMessage="Moved"
      onSuccess={() => {
        close();
        startTransition(() => router.push(after));
      }}
    >
      <FormStack>
        <SelectField
          name="targetId"
          label="The item it belongs to"
          emptyLabel="Choose an item…"
          required
          options={review.lines.map((line) => ({ value: line.requirementId, label: lineLabel(line) }))}
        />
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel="Moving…">Move it there</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import type { MenuItem } from "@/components/ui/menu";
import { Menu } from "@/components/ui/menu";
import { TextareaField } from "@/components/ui/textarea";
import { requestRequirementAction, waiveRequirementAction } from "@/lib/checklist/actions";
import type { RequirementItem } from "@/lib/checklist/types";

interface RowActionsProps {
  item: RequirementItem;
  caseNumber: string;
}

/** The one thing to do with a line, and behind the dots what is rarer. */
export function RowActions({ item, caseNumber }: RowActionsProps) {
  const [waiving, setWaiving] = useState(false);
  const review = `/review/${item.id}?case=${caseNumber}`;
  const waits = item.state === "received" || item.state === "in_review";
  const rarer: MenuItem[] = [
    ...(item.allowed.review && !waits ? [{ label: "Look at it", href: review }] : []),
    ...(item.allowed.waive ? [{ label: "Waive…", onSelect: () => setWaiving(true) }] : []),
  ];
  return (
    <span className="inline-flex items-center gap-1">
      {item.allowed.review && waits && (
        <Button href={review} variant="row" size="sm" data-row-link="" aria-label={`Review ${item.title}`}>
          Review
        </Button>
      )}
      {item.allowed.request && (
        <ActionForm
          action={requestRequirementAction}
          hidden={{ requirementId: item.id, version: item.version }}
          successMessage={`${item.title}: requested`}
          label={`Request ${item.title}`}
        >
          <SubmitButton variant="row" size="sm">
            {item.state === "waived" ? "Ask again" : "Request"}
            <span className="sr-only"> {item.title}</span>
          </SubmitButton>
        </ActionForm>
      )}
      {rarer.length > 0 && <Menu label={`More for ${item.title}`} size="sm" items={rarer} />}
      {item.allowed.waive && (
        <Dialog
          title={`Waive: ${item.title}`}
          description="It will no longer be asked for, and counts as done. The reason stays in the file."
          open={waiving}
          onOpenChange={setWaiving}
          size="sm"
        >
          <WaiveForm item={item} />
        </Dialog>
      )}
    </span>
  );
}

function WaiveForm({ item }: { item: RequirementItem }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={waiveRequirementAction}
      hidden={{ requirementId: item.id, version: item.version }}
      successMessage={`${item.title}: waived`}
      onSuccess={close}
    >
      <FormStack>
        <TextareaField name="reason" label="Why it is not needed" rows={2} required maxLength={300} />
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel="Waiving…">Waive it</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

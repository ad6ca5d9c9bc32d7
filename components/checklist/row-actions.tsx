"use client";

import { useState } from "react";
import { ItemLinksDialog } from "./item-links-dialog";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import type { MenuItem } from "@/components/ui/menu";
import { Menu } from "@/components/ui/menu";
import { TextareaField } from "@/components/ui/textarea";
import { Checkbox } from "@/components/ui/checkbox";
import {
  requestRequirementAction,
  unwaiveRequirementAction,
  waiveRequirementAction,
} from "@/lib/checklist/actions";
import type { RequirementItem } from "@/lib/checklist/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { AppliedForm } from "./applied-form";
import { ItemDetails } from "./item-details";

interface RowActionsProps {
  item: RequirementItem;
  caseNumber: string;
  today: IsoDate;
  /** The viewer keeps the firm's template: an item added by hand can be made one of its own. */
  keepsTemplate: boolean;
}

/** The one thing to do with a line, and behind the dots what is rarer. */
export function RowActions({ item, caseNumber, today, keepsTemplate }: RowActionsProps) {
  const [waiving, setWaiving] = useState(false);
  const [linking, setLinking] = useState(false);
  const [looking, setLooking] = useState(false);
  const [applying, setApplying] = useState(false);
  const review = `/review/${item.id}?case=${caseNumber}`;
  const waits = item.state === "received" || item.state === "in_review";
  const rarer: MenuItem[] = [
    ...(item.allowed.review && !waits ? [{ label: "Look at it", href: review }] : []),
    { label: "What it has to be", onSelect: () => setLooking(true) },
    // Administrators neither review nor read messages.
    ...(item.allowed.review || item.allowed.waive
      ? [{ label: "Messages about it", href: `/cases/${caseNumber}/messages?item=${item.id}` }]
      : []),
    ...(item.allowed.waive
      ? [{ label: "Add a task…", href: `/cases/${caseNumber}/tasks?item=${item.id}` }]
      : []),
    ...(item.allowed.apply ? [{ label: "Applied for on…", onSelect: () => setApplying(true) }] : []),
    // Whoever may waive it keeps the list, and it is not decided yet.
    ...(item.allowed.waive
      ? [
          { label: "A link for somebody else…", onSelect: () => setLinking(true) },
          { label: "Waive…", onSelect: () => setWaiving(true) },
        ]
      : []),
    ...(item.byHand && keepsTemplate
      ? [{ label: "Add to the firm’s template…", href: `/settings/checklist/items/new?from=${item.id}` }]
      : []),
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
            Request
            <span className="sr-only"> {item.title}</span>
          </SubmitButton>
        </ActionForm>
      )}
      {item.allowed.unwaive && (
        <ActionForm
          action={unwaiveRequirementAction}
          hidden={{ requirementId: item.id, version: item.version }}
          successMessage={`${item.title}: needed after all`}
          label={`Take the waiver of ${item.title} back`}
        >
          <SubmitButton variant="row" size="sm">
            Needed after all
            <span className="sr-only"> {item.title}</span>
          </SubmitButton>
        </ActionForm>
      )}
      <Menu label={`More for ${item.title}`} size="sm" items={rarer} />
      {item.allowed.waive && (
        <ItemLinksDialog
          requirementId={item.id}
          title={item.title}
          open={linking}
          onOpenChange={setLinking}
        />
      )}
      <Dialog title={item.title} open={looking} onOpenChange={setLooking}>
        <ItemDetails item={item} />
      </Dialog>
      {item.allowed.apply && (
        <Dialog
          title={`Applied for: ${item.title}`}
          description="From that day it waits on whoever issues it. The client can say it too."
          open={applying}
          onOpenChange={setApplying}
          size="sm"
        >
          <AppliedBody item={item} today={today} />
        </Dialog>
      )}
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

const APPLIED_TEXTS = {
  day: "Applied for on",
  hint: "As the client or the receipt says",
  save: "Save",
  takeBack: "Not applied for after all",
};

function AppliedBody({ item, today }: { item: RequirementItem; today: IsoDate }) {
  const saved = `${item.title}: applied for`;
  const takenBack = `${item.title}: not applied for`;
  return (
    <AppliedForm
      requirementId={item.id}
      {...{ version: item.version, appliedOn: item.appliedOn, today }}
      texts={{ ...APPLIED_TEXTS, saved, takenBack }}
      onSuccess={useDialogClose()}
    />
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
        {item.kind !== "letter_of_explanation" && (
          <Checkbox
            name="explain"
            label="It does not come in time: ask for a letter of explanation"
            hint="With proof that it was asked for. Exceptional: the officer decides whether it will do."
          />
        )}
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel="Waiving…">Waive it</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

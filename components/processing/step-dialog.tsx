"use client";

import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-action";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";

interface StepDialogProps<T> {
  action: FormAction<T>;
  hidden: ComponentProps<typeof ActionForm>["hidden"];
  /** Of the dialog, its form and the button that opens it. */
  title: string;
  open: string;
  button: string;
  said: string;
  description?: string;
  tone?: "primary" | "danger";
  look?: ButtonVariant;
  children: ReactNode;
}

function StepForm<T>({
  action,
  hidden,
  title,
  button,
  said,
  tone = "primary",
  children,
}: StepDialogProps<T>) {
  const close = useDialogClose();
  return (
    <ActionForm {...{ action, hidden }} label={title} successMessage={said} onSuccess={close}>
      <FormStack>
        {children}
        <FormActions>
          <SubmitButton variant={tone} pendingLabel="Saving…">
            {button}
          </SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** A button that opens the form of one step; it closes when the step is recorded. */
export function StepDialog<T>(props: StepDialogProps<T>) {
  const { title, open, description, look } = props;
  return (
    <Dialog title={title} description={description} trigger={{ label: open, size: "sm", variant: look }}>
      <StepForm {...props} />
    </Dialog>
  );
}

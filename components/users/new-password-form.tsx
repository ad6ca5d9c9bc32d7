"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-action";
import { FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/input";

interface NewPasswordFormProps<T> {
  action: FormAction<T>;
  email: string;
  submit: string;
}

/** Chooses a password for an account that a mailed link has named. */
export function NewPasswordForm<T>({ action, email, submit }: NewPasswordFormProps<T>) {
  const t = useTranslations("public.newPassword");
  return (
    <ActionForm action={action}>
      <FormStack>
        {/* For password managers: which account the new password belongs to. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          name="password"
          label={t("label")}
          type="password"
          autoComplete="new-password"
          hint={t("hint")}
          required
        />
        <SubmitButton pendingLabel={t("pending")} className="w-full">
          {submit}
        </SubmitButton>
      </FormStack>
    </ActionForm>
  );
}

"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/input";
import { requestResetAction } from "@/lib/users/actions";

/** Asks for a link to a new password. The answer never says whether the address has an account. */
export function RequestResetForm() {
  const t = useTranslations("public");
  return (
    <ActionForm action={requestResetAction}>
      <FormStack>
        <TextField name="email" label={t("signIn.email")} type="email" autoComplete="username" required />
        <SubmitButton pendingLabel={t("reset.asking")} className="w-full">
          {t("reset.ask")}
        </SubmitButton>
      </FormStack>
    </ActionForm>
  );
}

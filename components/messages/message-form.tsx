"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/ui/textarea";
import { sendMessageAction } from "@/lib/messages/actions";

interface MessageFormProps {
  caseId: string;
  /** Who will read it: `Maria`, `your consultant`. */
  to: string;
}

/** Writes to the other side. */
export function MessageForm({ caseId, to }: MessageFormProps) {
  const t = useTranslations("messages");
  return (
    <ActionForm
      action={sendMessageAction}
      hidden={{ caseId }}
      successMessage={t("sent")}
      resetOnSuccess
      label={t("form")}
    >
      <TextareaField name="body" label={t("to", { to })} rows={3} maxLength={5000} required />
      <div className="mt-2">
        <SubmitButton pendingLabel={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

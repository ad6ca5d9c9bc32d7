"use client";

import { Check } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { settleThreadAction } from "@/lib/messages/actions";

/** "No answer needed": what is on the screen waits for nothing more. */
export function SettleButton({ caseId, ids }: { caseId: string; ids: readonly string[] }) {
  const t = useTranslations("messages");
  return (
    <ActionForm
      action={settleThreadAction}
      hidden={{ caseId }}
      successMessage={t("settled")}
      label={t("settle")}
      className="print:hidden"
    >
      {ids.map((id) => (
        <input key={id} type="hidden" name="ids" value={id} readOnly />
      ))}
      <SubmitButton variant="default" icon={<Check aria-hidden />} pendingLabel={t("settling")}>
        {t("settle")}
      </SubmitButton>
    </ActionForm>
  );
}

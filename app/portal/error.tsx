"use client";

import { useTranslations } from "use-intl/react";
import { ErrorScreen } from "@/components/layout/error-screen";

export default function PortalError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("broken");
  return (
    <ErrorScreen
      error={error}
      retry={retry}
      texts={{
        title: t("title"),
        text: t("text"),
        again: t("again"),
        reference: (reference) => t("reference", { reference }),
      }}
    />
  );
}

"use client";

import { useLocale, useTranslations } from "use-intl/react";

/**
 * Why a file was not taken, in the reader's language: by its code. The server's own sentence says more, but it is
 * English, and so are its readers.
 */
export function useFaultWords(): (code: string, sentence: string | null) => string {
  const t = useTranslations("upload.refused");
  const locale = useLocale();
  type Key = Parameters<typeof t.has>[0];
  return (code, sentence) => {
    if (locale === "en" && sentence !== null) return sentence;
    return t.has(code as Key) ? t(code as Key) : t("unexpected");
  };
}

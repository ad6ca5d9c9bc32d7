"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Notice } from "@/components/ui/notice";

/** The same thanks for everybody, known to the firm or not. Takes the focus when it comes. */
export function SentScreen({ firm }: { firm: string }) {
  const t = useTranslations("assess.sent");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none print:hidden">
      <Notice tone="ok" title={t("title")} live>
        <p>{t("text", { firm })}</p>
        <p className="mt-1">{t("keep")}</p>
      </Notice>
    </div>
  );
}

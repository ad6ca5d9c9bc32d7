"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";

/** Deletes what this browser holds, after one question. */
export function StartAgain({ onForget }: { onForget: () => void }) {
  const t = useTranslations("assess");
  const [asked, setAsked] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  if (!asked) {
    return (
      <p className="mt-8 print:hidden">
        <Button
          variant="quiet"
          onClick={() => {
            setAsked(true);
            requestAnimationFrame(() => question.current?.focus());
          }}
        >
          {t("startAgain")}
        </Button>
      </p>
    );
  }
  return (
    <div className="mt-8 flex flex-wrap items-center gap-2 print:hidden">
      <p ref={question} tabIndex={-1} className="basis-full font-semibold outline-none">
        {t("startAgainAsk")}
      </p>
      <Button
        variant="danger"
        onClick={() => {
          setAsked(false);
          onForget();
        }}
      >
        {t("startAgainYes")}
      </Button>
      <Button onClick={() => setAsked(false)}>{t("startAgainNo")}</Button>
    </div>
  );
}

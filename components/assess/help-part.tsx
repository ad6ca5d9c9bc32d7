"use client";

import { useTranslations } from "use-intl/react";
import type { AssessmentResult } from "@/lib/enquiries/result/rules";
import type { Visit } from "@/lib/enquiries/types";
import { Part } from "./part";

/** What would help most, one change at a time. */
export function HelpPart(_props: { result: AssessmentResult; visit: Visit }) {
  const t = useTranslations("assess.result");
  return (
    <Part id="help" title={t("helpTitle")}>
      <p className="text-base text-ink-2">{t("helpLead")}</p>
    </Part>
  );
}

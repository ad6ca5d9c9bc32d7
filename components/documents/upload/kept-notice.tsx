"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { GO_ON, keptOfCase, type KeptUpload } from "./kept-uploads";

/** On the first page: what this browser was sending when its tab was closed, and one press to go on. */
export function KeptNotice({ caseId }: { caseId: string }) {
  const t = useTranslations("upload");
  const [kept, setKept] = useState<readonly KeptUpload[]>([]);
  useEffect(() => {
    let here = true;
    void keptOfCase(caseId).then((found) => here && setKept(found));
    return () => {
      here = false;
    };
  }, [caseId]);
  return kept
    .filter(({ place }) => place.requirementId !== null)
    .map(({ key, place, fileName }) => (
      <Notice
        key={key}
        live
        className="mt-4"
        title={t("offered", { file: fileName })}
        action={
          <Button href={`/portal/documents/${place.requirementId}#${GO_ON}`} size="sm">
            {t("goOn")}
          </Button>
        }
      />
    ));
}

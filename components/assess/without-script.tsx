"use client";

import { useTranslations } from "use-intl/react";
import type { FirmContact } from "@/lib/enquiries/types";

/** What somebody without JavaScript reads: why nothing is here, and how to reach the firm. */
export function WithoutScript({ firm }: { firm: FirmContact }) {
  const t = useTranslations("assess");
  return (
    <noscript>
      <h1 className="mb-3 text-xl font-[650]">{t("noScript.title")}</h1>
      <p>{t("noScript.text")}</p>
      <dl className="mt-3 space-y-1">
        {firm.phone !== null && (
          <div>
            <dt className="inline font-semibold">{t("reach.phone")}: </dt>
            <dd className="inline">{firm.phone}</dd>
          </div>
        )}
        {firm.email !== null && (
          <div>
            <dt className="inline font-semibold">{t("reach.email")}: </dt>
            <dd className="inline">
              <a href={`mailto:${firm.email}`} className="text-link">
                {firm.email}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </noscript>
  );
}

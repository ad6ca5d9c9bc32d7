"use client";

import { useLocale, useTranslations } from "use-intl/react";
import type { AssessmentResult } from "@/lib/enquiries/result/rules";
import { formatDate } from "@/lib/format/dates";
import { useKnownText } from "./known-text";
import { Part } from "./part";

/** How far the score is from the last rounds this person could have been in. */
export function RoundsPart({ result }: { result: AssessmentResult }) {
  const t = useTranslations("assess.result");
  const locale = useLocale();
  const known = useKnownText();
  const { rounds, crs, superseded } = result;
  const lead = rounds.list.length === 0 ? "roundsNone" : rounds.open ? "roundsLead" : "roundsOther";
  const before = superseded !== null && rounds.list.every(({ date }) => date < superseded.since);
  return (
    <Part id="rounds" title={t("roundsTitle")}>
      <p className="text-base text-ink-2">{t(lead)}</p>
      <ul className="mt-2 space-y-2">
        {rounds.list.map(({ program, date, lowestCrs }) => {
          const margin = crs.score.total - lowestCrs;
          const words = t("round", {
            name: known(`rounds.${program}`, program),
            date: formatDate(date, locale),
            score: lowestCrs,
          });
          return (
            <li key={program}>
              <span className="block font-semibold">{words}</span>
              <span className="text-base text-ink-2">
                {margin < 0 ? t("below", { points: -margin }) : t("above", { points: margin })}
              </span>
            </li>
          );
        })}
      </ul>
      {before && rounds.list.length > 0 && <p className="mt-2 text-sm text-ink-2">{t("roundsOld")}</p>}
    </Part>
  );
}

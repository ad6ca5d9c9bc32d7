"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { Notice } from "@/components/ui/notice";
import type { AssessmentResult } from "@/lib/enquiries/result/rules";
import { formatDate } from "@/lib/format/dates";
import { useKnownText } from "./known-text";
import { Part } from "./part";

/** The score, what it is made of, and honestly under which rules. */
export function ScorePart({ result }: { result: AssessmentResult }) {
  const t = useTranslations("assess");
  const locale = useLocale();
  const { crs, superseded, eligibility } = result;
  return (
    <Part id="score" title={t("result.scoreTitle")}>
      <p className="text-display font-[650] tracking-[-0.02em] tabular-nums" data-testid="crs-total">
        {t("result.points", { points: crs.score.total })}
      </p>
      <p className="mt-1 text-base text-ink-2">{t("result.scoreLead")}</p>
      {eligibility.invitationClass === null && (
        <p className="mt-1 text-base text-ink-2">{t("result.scoreIfIn")}</p>
      )}
      {superseded !== null && (
        <Notice tone="watch" className="mt-3">
          {t("result.superseded", {
            date: formatDate(superseded.since, locale),
            until: formatDate(superseded.until, locale),
          })}
        </Notice>
      )}
      <h3 className="mt-4 mb-1 font-semibold">{t("result.parts")}</h3>
      <ScoreTable result={result} />
    </Part>
  );
}

function ScoreTable({ result }: { result: AssessmentResult }) {
  const t = useTranslations("assess");
  const known = useKnownText();
  const { sections, lines } = result.crs;
  return (
    <table className="w-full text-base">
      <caption className="sr-only">{t("result.parts")}</caption>
      {sections.map((section) => (
        <tbody key={section.id} className="border-t border-line">
          <tr>
            <th scope="rowgroup" className="pt-2.5 pb-1 text-left font-semibold">
              {known(`sections.${section.id}`, section.label)}
            </th>
            <td className="pt-2.5 pb-1 pl-3 text-right font-semibold whitespace-nowrap tabular-nums">
              {t("result.pointsOf", { points: section.points, max: section.max })}
            </td>
          </tr>
          {lines
            .filter((line) => line.section === section.id)
            .map((line) => (
              <tr key={line.id} className="text-ink-2">
                <th scope="row" className="py-0.5 pl-3 text-left font-normal">
                  {known(`lines.${line.id}`, line.label)}
                </th>
                <td className="py-0.5 pl-3 text-right whitespace-nowrap tabular-nums">
                  {t("result.pointsOf", { points: line.points, max: line.max })}
                </td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}

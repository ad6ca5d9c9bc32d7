"use client";

import { useTranslations } from "use-intl/react";
import { CREDENTIAL_LEVELS } from "@/lib/express-entry/facts";
import { CountryQuestion, DateQuestion, SelectQuestion, TextQuestion, YesNoQuestion } from "./questions";
import { useAnswer } from "./use-draft";

/** One diploma or degree, where from, and what Canada takes it for. */
export function EducationQuestions({ at }: { at: `education.${number}` | "partner.education" }) {
  const t = useTranslations("assess");
  const { value: country } = useAnswer(`${at}.country`);
  const { value: assessed } = useAnswer(`${at}.assessed`);
  const abroad = country !== "" && country !== "CA";
  return (
    <>
      <SelectQuestion
        path={`${at}.level`}
        label={t("education.level")}
        options={CREDENTIAL_LEVELS.map((level) => ({ value: level, label: t(`educationLevels.${level}`) }))}
      />
      <CountryQuestion path={`${at}.country`} label={t("education.country")} />
      <DateQuestion
        path={`${at}.awardedOn`}
        label={t("education.awardedOn")}
        hint={t("education.awardedOnHint")}
      />
      {country === "CA" && (
        <TextQuestion path={`${at}.months`} label={t("education.months")} keys="numeric" narrow optional />
      )}
      {abroad && (
        <YesNoQuestion
          path={`${at}.assessed`}
          label={t("education.assessed")}
          hint={t("education.assessedHint")}
        />
      )}
      {abroad && assessed === "yes" && (
        <DateQuestion path={`${at}.assessedOn`} label={t("education.assessedOn")} />
      )}
    </>
  );
}

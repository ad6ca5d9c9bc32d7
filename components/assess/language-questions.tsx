"use client";

import { useTranslations } from "use-intl/react";
import type { LanguageTestKind } from "@/lib/express-entry/facts";
import { ABILITIES } from "@/lib/express-entry/language/levels";
import { ChoiceQuestion, DateQuestion, SelectQuestion, TextQuestion } from "./questions";
import { useAnswer } from "./use-draft";

const ENGLISH: readonly LanguageTestKind[] = ["ielts_general", "celpip_general", "pte_core"];
const FRENCH: readonly LanguageTestKind[] = ["tef_canada", "tcf_canada"];
const KINDS = { english: ENGLISH, french: FRENCH, partner: [...ENGLISH, ...FRENCH] } as const;
const LEVELS = ["3", "4", "5", "6", "7", "8", "9", "10"] as const;

interface LanguageQuestionsProps {
  whose: keyof typeof KINDS;
}

/** One language: a test with its scores, the visitor's own estimate, or neither. */
export function LanguageQuestions({ whose }: LanguageQuestionsProps) {
  const t = useTranslations("assess");
  const at = whose === "partner" ? "partner.language" : whose;
  const { value: source } = useAnswer(`${at}.source`);
  const own = whose !== "partner";
  return (
    <>
      <ChoiceQuestion
        path={`${at}.source`}
        label={t(`language.${whose}`)}
        hint={whose === "french" ? t("language.frenchWhy") : undefined}
        options={[
          { value: "test", label: t(own ? "language.test" : "language.testOther") },
          { value: "estimate", label: t(own ? "language.estimate" : "language.estimateOther") },
          { value: "none", label: t("language.none") },
        ]}
      />
      {source === "test" && (
        <>
          <SelectQuestion
            path={`${at}.kind`}
            label={t("language.kind")}
            options={KINDS[whose].map((kind) => ({ value: kind, label: t(`tests.${kind}`) }))}
          />
          <DateQuestion
            path={`${at}.takenOn`}
            label={t("language.takenOn")}
            hint={t("language.takenOnHint")}
          />
          <fieldset className="min-w-0">
            <legend className="mb-2 text-sm font-semibold">{t("language.scores")}</legend>
            <div className="grid gap-3 min-[22rem]:grid-cols-2">
              {ABILITIES.map((ability) => (
                <TextQuestion
                  key={ability}
                  path={`${at}.${ability}`}
                  label={t(`language.${ability}`)}
                  keys="decimal"
                  narrow
                />
              ))}
            </div>
          </fieldset>
        </>
      )}
      {source === "estimate" && (
        <SelectQuestion
          path={`${at}.estimate`}
          label={t("language.level")}
          hint={t("language.levelHint")}
          options={LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        />
      )}
    </>
  );
}

"use client";

import { Printer } from "lucide-react";
import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Draft } from "@/lib/enquiries/draft/rules";
import { guessesOf } from "@/lib/enquiries/facts/rules";
import { resultOf } from "@/lib/enquiries/result/rules";
import type { StepId, Visit } from "@/lib/enquiries/types";
import { formatDate } from "@/lib/format/dates";
import { ContactForm } from "./contact-form";
import { HelpPart } from "./help-part";
import { ProgramsPart } from "./programs-part";
import { RoundsPart } from "./rounds-part";
import { ScorePart } from "./score-part";
import { SentScreen } from "./sent-screen";

interface ResultScreenProps {
  visit: Visit;
  draft: Draft;
  change: (change: (draft: Draft) => Draft) => void;
  onStep: (step: StepId) => void;
}

/** The result at once, and under it the way to a consultant. Prints as one paper. */
export function ResultScreen({ visit, draft, change, onStep }: ResultScreenProps) {
  const t = useTranslations("assess");
  const locale = useLocale();
  const { answers } = draft;
  const result = useMemo(() => resultOf(answers, visit), [answers, visit]);
  const guesses = guessesOf(answers).map(({ who, level }) => t(`result.guess.${who}`, { level }));
  const { licensed, name } = visit.firm;
  return (
    <>
      <h1 tabIndex={-1} className="mb-1 scroll-mt-6 text-xl font-[650] tracking-[-0.018em] outline-none">
        {t("result.title")}
      </h1>
      <p className="text-ink-2">{t("result.on", { date: formatDate(visit.today, locale) })}</p>
      <div className="mt-3 flex flex-wrap gap-2 print:hidden">
        <Button onClick={() => onStep("you")}>{t("result.change")}</Button>
        <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
          {t("result.print")}
        </Button>
      </div>
      <div className="mt-5 space-y-7">
        {guesses.length > 0 && (
          <Notice tone="watch">{t("result.guesses", { list: guesses.join(", ") })}</Notice>
        )}
        <ProgramsPart result={result} />
        <ScorePart result={result} />
        <RoundsPart result={result} />
        <HelpPart result={result} visit={visit} />
        <p className="border-t border-line pt-4 text-sm text-ink-2">
          {t("advice")}{" "}
          {licensed === null
            ? t("result.noLicence", { firm: name })
            : t("result.licence", { firm: name, name: licensed.name, number: licensed.number })}
        </p>
        {draft.sent ? (
          <SentScreen firm={name} />
        ) : (
          <ContactForm visit={visit} draft={draft} change={change} onStep={onStep} />
        )}
      </div>
    </>
  );
}

"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { fieldId } from "@/components/ui/form-state";
import { StatusIcon } from "@/components/ui/status-icon";
import type { AnswerPath, Fault, StepId } from "@/lib/enquiries/types";
import { questionKey } from "./question-key";
import { useFaultText } from "./questions";
import { StepQuestions } from "./step-questions";
import { useAnswers } from "./use-draft";

interface StepScreenProps {
  step: StepId;
  /** From one. */
  number: number;
  steps: number;
  minutes: number;
  onBack: (() => void) | null;
  onNext: () => void;
}

/** One step: where one is, its questions, back and next. Enter goes on, as in every form. */
export function StepScreen({ step, number, steps, minutes, onBack, onNext }: StepScreenProps) {
  const t = useTranslations("assess");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <div className="mb-4">
        <p id="progress" className="mb-1.5 text-sm text-ink-2">
          {t("progress", { step: number, steps, minutes })}
        </p>
        <div aria-hidden className="h-1.5 overflow-hidden rounded-sm bg-line">
          <div className="h-full bg-maple" style={{ width: `${((number - 1) / steps) * 100}%` }} />
        </div>
      </div>
      <h1
        tabIndex={-1}
        aria-describedby="progress"
        className="mb-5 scroll-mt-6 text-xl font-[650] tracking-[-0.018em] outline-none"
      >
        {t(`steps.${step}`)}
      </h1>
      {number === 1 && (
        <div className="mb-6 space-y-2 text-ink-2">
          <p>{t("intro")}</p>
          <p className="text-sm">{t("kept")}</p>
        </div>
      )}
      <FaultSummary />
      <div className="space-y-6">
        <StepQuestions step={step} />
      </div>
      <div className="mt-8 flex flex-wrap-reverse items-center gap-3">
        {onBack !== null && (
          <Button size="lg" onClick={onBack}>
            {t("back")}
          </Button>
        )}
        <Button type="submit" variant="primary" size="lg" className="max-sm:flex-1">
          {t(number === steps ? "seeResult" : "next")}
        </Button>
      </div>
    </form>
  );
}

/** What is wrong with this step, with a way to each field. It takes the focus when it appears. */
function FaultSummary() {
  const t = useTranslations("assess");
  const faultText = useFaultText();
  const { faults } = useAnswers();
  const found = Object.entries(faults) as [AnswerPath, Fault][];
  if (found.length === 0) return null;
  return (
    <div
      data-summary
      tabIndex={-1}
      role="alert"
      className="mb-5 flex items-start gap-3 rounded-lg bg-late-soft px-4 py-3 outline-offset-2"
    >
      <StatusIcon tone="late" className="mt-0.5" />
      <div className="min-w-0">
        <p className="font-semibold">{t("summary", { count: found.length })}</p>
        <ul className="mt-1 space-y-1">
          {found.map(([path, fault]) => (
            <li key={path}>
              <a
                href={`#${fieldId("form", path)}`}
                className="text-link"
                onClick={(event) => {
                  event.preventDefault();
                  focusField(path);
                }}
              >
                {t("faultLine", {
                  question: t(questionKey(path) as "you.birthDate"),
                  fault: faultText(fault) ?? "",
                })}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The control itself, or the first of a group. */
function focusField(path: string) {
  const field = document.getElementById(fieldId("form", path));
  const control = field?.matches("fieldset") ? field.querySelector<HTMLElement>("input") : field;
  control?.focus();
}

"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { minutesLeft, stepsFor } from "@/lib/enquiries/rules";
import { faultsOf, firstFaultyStep } from "@/lib/enquiries/questionnaire/rules";
import type { Faults, StepId, Visit } from "@/lib/enquiries/types";
import { ResultScreen } from "./result-screen";
import { StartAgain } from "./start-again";
import { StepScreen } from "./step-screen";
import { AnswersContext, useDraft } from "./use-draft";

/** The free assessment. Drawn in the browser alone: the answers are there and nowhere else. */
export function AssessApp({ visit }: { visit: Visit }) {
  const t = useTranslations("assess");
  if (!useHydrated()) return <p className="text-ink-2 [@media(scripting:none)]:hidden">{t("loading")}</p>;
  return <Assessment visit={visit} />;
}

/** Small text is not so small here: people read this on any phone, at any age. */
const COMFORTABLE = "text-md [--text-sm:0.9375rem] [--text-sm--line-height:1.375rem]";
const NO_FAULTS: Faults = {};

function Assessment({ visit }: { visit: Visit }) {
  const t = useTranslations("assess");
  const { draft, kept, change, forget } = useDraft();
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const top = useRef<HTMLDivElement>(null);
  const { answers, at } = draft;
  const steps = stepsFor(answers);
  const place = at === "result" ? steps.length : Math.max(0, steps.indexOf(at));

  function go(to: StepId | "result", found: Faults = NO_FAULTS) {
    setFaults(found);
    change((current) => ({ ...current, at: to }));
    // The heading of what has come takes the focus, and is read aloud; a summary of faults takes it before.
    requestAnimationFrame(() => {
      const wanted =
        top.current?.querySelector<HTMLElement>("[data-summary]") ?? top.current?.querySelector("h1");
      wanted?.focus();
      wanted?.scrollIntoView({ block: "start" });
    });
  }

  function onward(step: StepId) {
    const found = faultsOf(step, answers, visit.today);
    if (Object.keys(found).length > 0) return go(step, found);
    const next = steps[steps.indexOf(step) + 1];
    if (next !== undefined) return go(next);
    // An earlier answer may have become wrong since, by a later one or by another day.
    const faulty = firstFaultyStep(answers, visit.today);
    if (faulty === null) return go("result");
    go(faulty, faultsOf(faulty, answers, visit.today));
  }

  const showStep = at !== "result";
  return (
    <div ref={top} data-density="portal" className={COMFORTABLE}>
      {!kept && (
        <Notice tone="watch" className="mb-4">
          {t("noStorage")}
        </Notice>
      )}
      {showStep ? (
        <AnswersContext
          value={{
            answers,
            faults,
            clearFault: (path) => {
              if (faults[path] !== undefined) setFaults(({ [path]: _fixed, ...others }) => others);
            },
            setAnswers: (update) =>
              change((current) => ({ ...current, sent: false, answers: update(current.answers) })),
          }}
        >
          <StepScreen
            step={at}
            number={place + 1}
            steps={steps.length}
            minutes={minutesLeft(steps, place)}
            onBack={place === 0 ? null : () => go(steps[place - 1] ?? "you")}
            onNext={() => onward(at)}
          />
        </AnswersContext>
      ) : (
        <ResultScreen
          visit={visit}
          draft={draft}
          change={change}
          onStep={(step) => go(step, faultsOf(step, answers, visit.today))}
        />
      )}
      <StartAgain
        onForget={() => {
          forget();
          go("you");
        }}
      />
    </div>
  );
}

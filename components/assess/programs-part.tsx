"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { StatusIcon } from "@/components/ui/status-icon";
import type { AssessmentResult } from "@/lib/enquiries/result/rules";
import { levelsNeeded } from "@/lib/enquiries/result/rules";
import type { Criterion, ProgramAssessment, Verdict } from "@/lib/express-entry/eligibility/criterion";
import { formatDate } from "@/lib/format/dates";
import { formatDollars } from "@/lib/format/money";
import { useKnownText } from "./known-text";
import { Part } from "./part";

const TONES = { eligible: "ok", not_eligible: "neutral", unknown: "watch" } as const;
const VERDICT_KEYS = { eligible: "open", not_eligible: "notOpen", unknown: "unclear" } as const;
const SIGNS = { met: "ok", not_met: "late", unknown: "watch" } as const;
const SIGN_KEYS = { met: "met", not_met: "notMet", unknown: "unknown" } as const;
const ORDER: readonly Verdict[] = ["not_met", "unknown", "met"];

/** Each program: open or not, and first of all what is missing, in plain words. */
export function ProgramsPart({ result }: { result: AssessmentResult }) {
  const t = useTranslations("assess");
  const { programs } = result.eligibility;
  // The nominee's program concerns nominees alone; to the others it would be one more "no".
  const shown = programs.filter(
    ({ program }) => program !== "PNP" || result.facts.family.nomination !== null,
  );
  return (
    <Part id="programs" title={t("result.programsTitle")}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {shown.map((program) => (
          <ProgramRow key={program.program} assessment={program} result={result} />
        ))}
      </ul>
    </Part>
  );
}

function ProgramRow({ assessment, result }: { assessment: ProgramAssessment; result: AssessmentResult }) {
  const t = useTranslations("assess");
  const { program, verdict, criteria } = assessment;
  const sorted = [...criteria].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  return (
    <li className="break-inside-avoid px-4 py-3.5">
      <h3 className="font-semibold">{t(`programs.${program}`)}</h3>
      <p className="mt-0.5 flex items-center gap-1.5">
        <StatusIcon tone={TONES[verdict]} />
        {t(`result.${VERDICT_KEYS[verdict]}`)}
      </p>
      <ul className="mt-2 space-y-1.5 text-base">
        {sorted.map((criterion) => (
          <CriterionRow key={criterion.id} criterion={criterion} result={result} />
        ))}
      </ul>
    </li>
  );
}

function CriterionRow({ criterion, result }: { criterion: Criterion; result: AssessmentResult }) {
  const t = useTranslations("assess");
  const locale = useLocale();
  const known = useKnownText();
  const [level, second] = levelsNeeded(criterion);
  const { grid } = result.eligibility;
  const words = known(`criteria.${criterion.id}`, criterion.needs, {
    ...{ level, second, need: grid.passMark, have: grid.total },
    amount: formatDollars(result.fundsNeeded ?? 0, locale),
  });
  return (
    <li className="flex items-start gap-2">
      <StatusIcon
        tone={SIGNS[criterion.verdict]}
        label={t(`result.${SIGN_KEYS[criterion.verdict]}`)}
        className="mt-0.75"
      />
      <span className="min-w-0 text-ink-2">
        {words}
        {criterion.metOn !== undefined && (
          <span className="block text-sm">
            {t("result.metOn", { date: formatDate(criterion.metOn, locale) })}
          </span>
        )}
      </span>
    </li>
  );
}

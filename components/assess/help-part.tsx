"use client";

import { useLocale, useTranslations } from "use-intl/react";
import type { Help } from "@/lib/enquiries/help/rules";
import type { AssessmentResult } from "@/lib/enquiries/result/rules";
import type { Visit } from "@/lib/enquiries/types";
import { useKnownText } from "./known-text";
import { Part } from "./part";
import { useHelp } from "./use-help";

/** What would help most, one change at a time. */
export function HelpPart({ result, visit }: { result: AssessmentResult; visit: Visit }) {
  const t = useTranslations("assess.result");
  const help = useHelp({ facts: result.facts, today: visit.today, tables: visit.tables });
  const none = help !== null && help.length === 0;
  return (
    <Part id="help" title={t("helpTitle")}>
      <p className="text-base text-ink-2" role="status">
        {t(help === null ? "helpWorking" : none ? "helpNone" : "helpLead")}
      </p>
      {help !== null && !none && (
        <ol className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
          {help.map((one) => (
            <HelpRow key={one.id} help={one} />
          ))}
        </ol>
      )}
    </Part>
  );
}

function HelpRow({ help }: { help: Help }) {
  const t = useTranslations("assess");
  const known = useKnownText();
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const { kind, level, title, gained, weeks, opens } = help;
  const words = level === null ? known(`help.${kind}`, title) : known(`help.${kind}`, title, { level });
  const opened = list.format(opens.map((program) => t(`programs.${program}`)));
  return (
    <li className="flex break-inside-avoid items-baseline gap-3 px-4 py-3">
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{words}</span>
        <span className="text-base text-ink-2">
          {opens.length > 0 && `${t("result.opens", { programs: opened })}; `}
          {t("result.weeks", { weeks })}
        </span>
      </span>
      {gained > 0 && (
        <span className="font-[650] whitespace-nowrap tabular-nums">
          {t("result.gain", { points: gained })}
        </span>
      )}
    </li>
  );
}

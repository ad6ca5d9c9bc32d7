import { Table2 } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { Card, CardFooter } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import type { ForecastPage } from "@/lib/assessment/forecast/types";
import { formatDate } from "@/lib/format/dates";
import { buildChartModel } from "./build-model";
import { ForecastChart } from "./forecast-chart";
import { ForecastTable } from "./forecast-table";
import { headline } from "./forecast-words";

const TABLE = "forecast-table";

/** Under which rules the figures are: one line, once. A warning where they are not IRCC's current ones. */
function RulesLine({ superseded }: Pick<ForecastPage, "superseded">) {
  if (superseded === null) {
    return (
      <span>
        Under the rules in force on each date.{" "}
        <Link prefetch={false} href="/settings/rules" className="text-link">
          Rules
        </Link>
      </span>
    );
  }
  const { from, to, missing } = superseded;
  return (
    <span className="flex items-start gap-2">
      <StatusIcon tone="watch" className="mt-0.5" label="Attention" />
      <span>
        Rules of {formatDate(from)} to {formatDate(to)}. The CRS of {formatDate(missing)} is not entered yet:
        not IRCC’s current score.{" "}
        <Link prefetch={false} href="/settings/rules" className="text-link">
          Rules
        </Link>
      </span>
    </span>
  );
}

/** What the forecast takes for granted, and the words the chart has no room for. */
function Assumptions({ assumptions }: { assumptions: readonly string[] }) {
  if (assumptions.length === 0) return null;
  return (
    <p className="border-t border-line px-4 py-2 text-sm text-ink-2">
      Taken for granted: {assumptions.join(" ")}
    </p>
  );
}

/** The chart, the sentence over it, the table beside it, and under which rules all of it is. */
export function ForecastCard({ page }: { page: ForecastPage }) {
  const [file] = page.lines;
  const model = buildChartModel(page);
  return (
    <Card labelledBy="forecast">
      <header className="flex items-start justify-between gap-x-4 border-b border-line px-4 py-2">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 py-1">
          <h2 id="forecast" className="text-base font-[650]">
            {headline(page)}
          </h2>
          <p className="text-sm text-ink-2">{file.forecast.summary}</p>
        </div>
        <a
          href={`#${TABLE}`}
          className={buttonClass({ variant: "quiet", size: "sm", className: "-mr-1 print:hidden" })}
        >
          <Table2 aria-hidden />
          As a table
        </a>
      </header>
      <div
        className="@container overflow-x-auto px-4 pt-2 pb-3 print:overflow-visible"
        tabIndex={0}
        role="region"
        aria-label="Chart of the forecast"
      >
        {/* One picture for a desk, one for a narrow place: words keep their size. */}
        <div className="hidden max-w-[1360px] @min-[1000px]:block">
          <ForecastChart model={model} width={1134} id="forecast-wide" />
        </div>
        <div className="w-[760px] @min-[760px]:w-auto @min-[1000px]:hidden">
          <ForecastChart model={model} width={760} id="forecast-narrow" />
        </div>
      </div>
      <Assumptions assumptions={file.forecast.assumptions} />
      <details className="border-t border-line">
        <summary className="cursor-pointer px-4 py-2 text-sm text-ink-2 hover:text-ink">
          As a table: every date, the score from then on, and why
        </summary>
        <div id={TABLE} className="scroll-mt-4 border-t border-line">
          <ForecastTable page={page} />
        </div>
      </details>
      <CardFooter className="justify-between">
        <RulesLine superseded={page.superseded} />
        <span>
          {page.roundsUntil === null
            ? "No round of the last twelve months is recorded"
            : `Rounds recorded to ${formatDate(page.roundsUntil)}`}
        </span>
      </CardFooter>
    </Card>
  );
}

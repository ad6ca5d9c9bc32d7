import Link from "next/link";
import { Card } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import { scoreParts } from "@/lib/assessment/rules";
import type { Assessment } from "@/lib/assessment/types";
import type { CrsAssessment } from "@/lib/express-entry/crs/assess";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { ScoreBar } from "./score-bar";

/** The one line that names the ruleset; a warning where the figures are not IRCC's current ones. */
function RulesLine({ crs }: { crs: CrsAssessment }) {
  return (
    <p className="flex items-start gap-2 border-t border-line px-4 py-2 text-sm text-ink-2">
      {crs.superseded ? (
        <>
          <StatusIcon tone="watch" className="mt-0.5" label="Attention" />
          <span>
            {crs.notice} Nobody has entered the newer{" "}
            <Link prefetch={false} href="/settings/rules" className="text-link">
              rules
            </Link>{" "}
            yet.
          </span>
        </>
      ) : (
        <span>
          Under the{" "}
          <Link prefetch={false} href={`/settings/rules/${crs.ruleset.id}`} className="text-link">
            rules in force from {formatDate(crs.ruleset.effectiveFrom)}
          </Link>
          , which cover this day.
        </span>
      )}
    </p>
  );
}

interface ScoreCardProps {
  assessment: Pick<Assessment, "crs" | "on" | "lastRound">;
  /** Where each missing answer is given, by the path of the fact; missing: only said. */
  answerHrefs: Readonly<Record<string, string>>;
}

/** The score of the day, large, with what it is made of and how far the last round was. */
export function ScoreCard({ assessment, answerHrefs }: ScoreCardProps) {
  const { crs, on, lastRound } = assessment;
  return (
    <Card labelledBy="score">
      <div className="grid gap-x-4 gap-y-3 px-4 pt-4 pb-3 sm:grid-cols-[8.5rem_minmax(0,1fr)] sm:items-center">
        <div>
          <p className="text-[2.75rem] leading-11 font-bold tracking-[-0.03em] tabular-nums">
            {crs.score.total}
          </p>
          <h2 id="score" className="mt-1 text-xs font-normal text-ink-2">
            CRS on {formatDate(on)}
          </h2>
        </div>
        <ScoreBar total={crs.score.total} parts={scoreParts(crs)} round={lastRound} />
      </div>
      <RulesLine crs={crs} />
      {crs.unknowns.length > 0 && (
        <div className="border-t border-line px-4 py-2 text-sm">
          <h3 className="font-semibold">
            {formatCount(crs.unknowns.length, "answer")} missing, counted as nothing
          </h3>
          <ul className="mt-0.5 text-ink-2">
            {crs.unknowns.map(({ path, message }) => (
              <li key={path}>
                {answerHrefs[path] === undefined ? (
                  message
                ) : (
                  <Link href={answerHrefs[path]} scroll={false} className="text-link">
                    {message}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

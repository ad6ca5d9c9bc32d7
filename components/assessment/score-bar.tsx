import { classNames } from "@/components/ui/class-names";
import type { ScorePart } from "@/lib/assessment/rules";
import type { LastRound } from "@/lib/assessment/types";
import { formatDate } from "@/lib/format/dates";

export const PART_FILL: Readonly<Record<ScorePart["tone"], string>> = {
  core: "bg-chart-1",
  spouse: "bg-chart-6",
  transferability: "bg-chart-5",
  additional: "bg-chart-3",
};

/** A part narrower than this share of the bar has no room for its figure. */
const ROOM_FOR_FIGURE = 4.5;
/** Share of the bar that one letter of a name takes, on a desk and on a phone. */
const LETTER = { desk: 1.1, phone: 1.9 };

function describe(total: number, parts: readonly ScorePart[], round: LastRound | null): string {
  const list = parts.map(({ label, points }) => `${label.toLowerCase()} ${points}`).join(", ");
  const compared =
    round === null ? "" : ` The last round took ${round.lowestCrs}, which is ${distance(total, round)}.`;
  return `${total} points: ${list === "" ? "none yet" : list}.${compared}`;
}

/** `36 more`, `12 fewer`, `the same`. */
function distance(total: number, { lowestCrs }: LastRound): string {
  if (lowestCrs === total) return "the same";
  return lowestCrs > total ? `${lowestCrs - total} more` : `${total - lowestCrs} fewer`;
}

interface ScoreBarProps {
  total: number;
  parts: readonly ScorePart[];
  round: LastRound | null;
}

/** The score as one bar of its parts, with the last round's line. Scales with its card, prints, needs no script. */
export function ScoreBar({ total, parts, round }: ScoreBarProps) {
  const scale = Math.max(total, round?.lowestCrs ?? 0, 1);
  const share = (points: number) => (points / scale) * 100;
  const cut = round === null ? null : share(round.lowestCrs);
  const missing = round === null ? 0 : round.lowestCrs - total;
  return (
    <div role="img" aria-label={describe(total, parts, round)} className="min-w-0 pr-0.5 text-xs">
      <div className="flex h-5 items-start">
        {parts.map(({ label, points }) => (
          <span
            key={label}
            className={classNames(
              "text-center text-[11px] whitespace-nowrap text-ink-2",
              share(points) < label.length * LETTER.desk && "invisible",
              share(points) < label.length * LETTER.phone && "max-sm:invisible",
            )}
            style={{ width: `${share(points)}%` }}
          >
            {label}
          </span>
        ))}
      </div>
      <div className="relative">
        <div className="flex h-6 gap-0.5">
          {parts.map(({ label, points, tone }) => (
            <span
              key={label}
              className={classNames(
                "grid place-items-center overflow-hidden font-[650] text-surface tabular-nums",
                PART_FILL[tone],
              )}
              style={{ width: `${share(points)}%` }}
            >
              {share(points) >= ROOM_FOR_FIGURE && points}
            </span>
          ))}
          {missing > 0 && (
            <span
              className="grid place-items-center border border-dashed border-field-edge font-semibold text-ink-2 tabular-nums"
              style={{ width: `${share(missing)}%` }}
            >
              {share(missing) >= ROOM_FOR_FIGURE && missing}
            </span>
          )}
        </div>
        {cut !== null && (
          <span
            className="absolute -top-1.5 -bottom-1.5 w-0.5 bg-ink"
            style={{ left: `calc(${cut}% - 1px)` }}
          />
        )}
      </div>
      {round !== null && (
        <p
          className="pt-2.5 text-right text-xs font-[650] max-sm:!pr-0"
          style={{ paddingRight: `${Math.min(45, 100 - (cut ?? 100))}%` }}
        >
          {round.lowestCrs}, last recorded {round.kind} round, {formatDate(round.date)}
          {missing < 0 && `: ${-missing} above it`}
        </p>
      )}
    </div>
  );
}

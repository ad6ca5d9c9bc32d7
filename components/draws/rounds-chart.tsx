import { programLabel } from "@/lib/draws/rules";
import type { RoundDto } from "@/lib/draws/types";
import { dayNumber } from "@/lib/express-entry/timing/calendar-date";
import { formatDate, formatMonth } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/quantities";

const WIDTH = 1040;
const HEIGHT = 260;
const PAD = { left: 44, right: 210, top: 16, bottom: 28 };

function scale(rounds: readonly RoundDto[]) {
  const days = rounds.map((round) => dayNumber(round.date));
  const scores = rounds.map((round) => round.lowestCrs);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [low, high] = [
    Math.floor((Math.min(...scores) - 10) / 50) * 50,
    Math.ceil((Math.max(...scores) + 10) / 50) * 50,
  ];
  const x = (date: string) =>
    PAD.left + ((dayNumber(date) - first) / Math.max(1, last - first)) * (WIDTH - PAD.left - PAD.right);
  const y = (score: number) =>
    PAD.top + ((high - score) / Math.max(1, high - low)) * (HEIGHT - PAD.top - PAD.bottom);
  const step = high - low > 300 ? 100 : 50;
  const ticks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => low + index * step);
  return { x, y, ticks };
}

/** Radius of a round's dot: its area stands for the number of invitations. */
function radius(invitations: number): number {
  return Math.min(9, Math.max(2, Math.sqrt(invitations) / 11));
}

const LABEL_HEIGHT = 14;

/** Moves labels down until none covers another; in the order of their lines. */
function apart(labels: { program: string; at: number }[]): Map<string, number> {
  let last = -Infinity;
  return new Map(
    labels
      .toSorted((a, b) => a.at - b.at)
      .map(({ program, at }) => {
        last = Math.max(at, last + LABEL_HEIGHT);
        return [program, last];
      }),
  );
}

interface RoundsChartProps {
  /** Newest first. */
  rounds: readonly RoundDto[];
  /** The round that is looked at. */
  marked?: string;
}

/**
 * Lowest scores over time, a line a program, each labelled at its end; the larger a dot, the more invitations. The
 * table beside it holds the same figures.
 */
export function RoundsChart({ rounds, marked }: RoundsChartProps) {
  if (rounds.length < 2) return null;
  const { x, y, ticks } = scale(rounds);
  const programs = [...new Set(rounds.map((round) => round.program))];
  const colours = [
    "stroke-chart-1",
    "stroke-chart-2",
    "stroke-chart-3",
    "stroke-chart-4",
    "stroke-chart-5",
    "stroke-chart-6",
  ];
  const fills = [
    "fill-chart-1",
    "fill-chart-2",
    "fill-chart-3",
    "fill-chart-4",
    "fill-chart-5",
    "fill-chart-6",
  ];
  const oldest = rounds.at(-1)?.date ?? "";
  const labels = apart(
    programs.flatMap((program) => {
      const last = rounds.find((round) => round.program === program);
      return last ? [{ program, at: y(last.lowestCrs) + 4 }] : [];
    }),
  );
  return (
    <div className="overflow-x-auto px-2 py-3" tabIndex={0} role="region" aria-label="Chart of the rounds">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full min-w-190"
        role="img"
        aria-label={`Lowest scores of ${rounds.length} rounds from ${formatDate(oldest)}; the table below lists them`}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={PAD.left} x2={WIDTH - PAD.right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={PAD.left - 8} y={y(tick) + 4} textAnchor="end" className="fill-ink-3 text-xs">
              {tick}
            </text>
          </g>
        ))}
        {programs.map((program, index) => {
          const own = rounds.filter((round) => round.program === program).toReversed();
          const last = own.at(-1);
          const colour = colours[index % colours.length];
          const fill = fills[index % fills.length];
          return (
            <g key={program}>
              <polyline
                points={own.map((round) => `${x(round.date)},${y(round.lowestCrs)}`).join(" ")}
                fill="none"
                className={colour}
                strokeWidth={1.5}
              />
              {own.map((round) => (
                <circle
                  key={round.id}
                  cx={x(round.date)}
                  cy={y(round.lowestCrs)}
                  r={radius(round.invitations)}
                  className={fill}
                  fillOpacity={0.55}
                >
                  <title>{`${formatDate(round.date)}: ${round.lowestCrs}, ${formatNumber(round.invitations)} invitations`}</title>
                </circle>
              ))}
              {own
                .filter(({ id }) => id === marked)
                .map((round) => (
                  <g key={round.id}>
                    <circle cx={x(round.date)} cy={y(round.lowestCrs)} r={4.5} className="fill-ink" />
                    <text
                      x={x(round.date)}
                      y={y(round.lowestCrs) - 12}
                      textAnchor="middle"
                      className="fill-ink text-xs font-semibold"
                    >
                      This round, {round.lowestCrs}
                    </text>
                  </g>
                ))}
              {last && (
                <text x={WIDTH - PAD.right + 12} y={labels.get(program)} className={`${fill} text-xs`}>
                  {programLabel(program)} {last.lowestCrs}
                </text>
              )}
            </g>
          );
        })}
        <text x={PAD.left} y={HEIGHT - 8} className="fill-ink-3 text-xs">
          {formatMonth(oldest)}
        </text>
        <text x={WIDTH - PAD.right} y={HEIGHT - 8} textAnchor="end" className="fill-ink-3 text-xs">
          {formatMonth(rounds[0]?.date ?? oldest)}
        </text>
      </svg>
    </div>
  );
}

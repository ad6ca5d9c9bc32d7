import { textWidth } from "@/components/ui/text-width";
import { programLabel } from "@/lib/draws/rules";
import type { RoundDto } from "@/lib/draws/types";
import { dayNumber, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate, formatMonth } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/quantities";

const WIDTH = 1100;
const HEIGHT = 260;
/** Right of it stands the name of each line with its last score. */
const PAD = { left: 44, top: 16, bottom: 28 };
const LABEL_GAP = 12;
const LABEL_SIZE = 12;
const LABEL_HEIGHT = 14;

const COLOURS = [
  { line: "stroke-chart-1", area: "fill-chart-1" },
  { line: "stroke-chart-2", area: "fill-chart-2" },
  { line: "stroke-chart-3", area: "fill-chart-3" },
  { line: "stroke-chart-4", area: "fill-chart-4" },
  { line: "stroke-chart-5", area: "fill-chart-5" },
  { line: "stroke-chart-6", area: "fill-chart-6" },
] as const;

/** Once every colour is taken, lines are dashed, so that two of one colour are told apart. */
function lookOf(index: number) {
  const { line, area } = COLOURS[index % COLOURS.length] ?? COLOURS[0];
  return { line, area, dashes: index < COLOURS.length ? undefined : "5 3" };
}

function scale(rounds: readonly RoundDto[], right: number) {
  const days = rounds.map((round) => dayNumber(round.date));
  const scores = rounds.map((round) => round.lowestCrs);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [low, high] = [
    Math.floor((Math.min(...scores) - 10) / 50) * 50,
    Math.ceil((Math.max(...scores) + 10) / 50) * 50,
  ];
  const x = (date: IsoDate) =>
    PAD.left + ((dayNumber(date) - first) / Math.max(1, last - first)) * (right - PAD.left);
  const y = (score: number) =>
    PAD.top + ((high - score) / Math.max(1, high - low)) * (HEIGHT - PAD.top - PAD.bottom);
  const step = high - low > 300 ? 100 : 50;
  const ticks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => low + index * step);
  return { x, y, ticks, right };
}

type Scale = ReturnType<typeof scale>;

/** Radius of a round's dot: its area stands for the number of invitations. */
function radius(invitations: number): number {
  return Math.min(9, Math.max(2, Math.sqrt(invitations) / 11));
}

/** Moves labels down until none covers another, and back up from the foot of the chart; in the order of their lines. */
function apart(labels: readonly { program: string; at: number }[]): Map<string, number> {
  const ordered = labels.toSorted((a, b) => a.at - b.at);
  let last = -Infinity;
  const down = ordered.map(({ at }) => (last = Math.max(at, last + LABEL_HEIGHT)));
  let next = HEIGHT - 4 + LABEL_HEIGHT;
  const places = down.toReversed().map((at) => (next = Math.min(at, next - LABEL_HEIGHT)));
  return new Map(ordered.toReversed().map(({ program }, index) => [program, places[index] ?? 0]));
}

function ScoreTicks({ y, ticks, right }: Scale) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={PAD.left} x2={right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
      <text x={PAD.left - 8} y={y(tick) + 4} textAnchor="end" className="fill-ink-3 text-xs">
        {tick}
      </text>
    </g>
  ));
}

/** The months at both ends; over several years, each January. */
function TimeTicks({ x, right, from, to }: Pick<Scale, "x" | "right"> & { from: IsoDate; to: IsoDate }) {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first }, (_, index) => first + 1 + index);
  const place = { y: HEIGHT - 8, className: "fill-ink-3 text-xs" };
  if (years.length > 2) {
    return years.map((year) => (
      <text key={year} x={x(`${year}-01-01`)} textAnchor="middle" {...place}>
        {year}
      </text>
    ));
  }
  return (
    <>
      <text x={PAD.left} {...place}>
        {formatMonth(from)}
      </text>
      <text x={right} textAnchor="end" {...place}>
        {formatMonth(to)}
      </text>
    </>
  );
}

interface ProgramLineProps extends Scale {
  /** Of one program, oldest first. */
  rounds: readonly RoundDto[];
  look: ReturnType<typeof lookOf>;
  label: string;
  labelAt: number;
}

function ProgramLine({ rounds, look, label, labelAt, x, y, right }: ProgramLineProps) {
  return (
    <g>
      <polyline
        points={rounds.map((round) => `${x(round.date)},${y(round.lowestCrs)}`).join(" ")}
        fill="none"
        className={look.line}
        strokeWidth={1.5}
        strokeDasharray={look.dashes}
      />
      {rounds.map(({ id, date, lowestCrs, invitations }) => (
        <circle
          key={id}
          cx={x(date)}
          cy={y(lowestCrs)}
          r={radius(invitations)}
          className={look.area}
          fillOpacity={0.55}
        >
          <title>{`${formatDate(date)}: ${lowestCrs}, ${formatNumber(invitations)} invitations`}</title>
        </circle>
      ))}
      <text x={right + LABEL_GAP} y={labelAt} className={`${look.area} text-xs`}>
        {label}
      </text>
    </g>
  );
}

/** The rounds of each program, oldest first, with what stands at the end of its line. */
function linesOf(rounds: readonly RoundDto[]) {
  return [...new Set(rounds.map(({ program }) => program))].flatMap((program) => {
    const own = rounds.filter((round) => round.program === program).toReversed();
    const last = own.at(-1);
    return last ? [{ program, own, last, label: `${programLabel(program)} ${last.lowestCrs}` }] : [];
  });
}

/**
 * Lowest scores over time, a line a program, each labelled at its end; the larger a dot, the more invitations. The
 * table beside it holds the same figures. `rounds` newest first.
 */
export function RoundsChart({ rounds }: { rounds: readonly RoundDto[] }) {
  const [newest, oldest] = [rounds[0], rounds.at(-1)];
  if (rounds.length < 2 || !newest || !oldest) return null;
  const lines = linesOf(rounds);
  const labelRoom = Math.max(...lines.map(({ label }) => textWidth(label, LABEL_SIZE)));
  const chart = scale(rounds, WIDTH - LABEL_GAP - labelRoom);
  const labels = apart(lines.map(({ program, last }) => ({ program, at: chart.y(last.lowestCrs) + 4 })));
  return (
    <div className="overflow-x-auto px-2 py-3" tabIndex={0} role="region" aria-label="Chart of the rounds">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full min-w-190"
        role="img"
        aria-label={`Lowest scores of ${rounds.length} rounds from ${formatDate(oldest.date)}; the table below lists them`}
      >
        <ScoreTicks {...chart} />
        {lines.map(({ program, own, label }, index) => (
          <ProgramLine
            key={program}
            rounds={own}
            look={lookOf(index)}
            labelAt={labels.get(program) ?? 0}
            {...{ ...chart, label }}
          />
        ))}
        <TimeTicks {...chart} from={oldest.date} to={newest.date} />
      </svg>
    </div>
  );
}

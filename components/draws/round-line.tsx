import type { ReactNode } from "react";
import type { RoundDto } from "@/lib/draws/types";
import { dayNumber } from "@/lib/express-entry/timing/calendar-date";
import { formatDate, formatDayMonth, formatMonth } from "@/lib/format/dates";

const WIDTH = 480;
const HEIGHT = 170;
/** Two labels closer than this would cover one another. */
const LABEL_WIDTH = 130;
const LABEL_HEIGHT = 12;
const PAD = { left: 12, right: 40, top: 28, bottom: 24 };

/** Steps of ten, at most five of them. */
function ticksOf(low: number, high: number): number[] {
  const step = Math.max(10, Math.ceil((high - low) / 50) * 10);
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, index) => first + index * step);
}

interface Point {
  x: number;
  y: number;
}

interface Place extends Point {
  textAnchor: "start" | "end";
}

/** Where the label of a point stands clear of the line: over or under all of it that the label would cover. */
function placeOf(points: readonly Point[], x: number, side: "above" | "below"): Place {
  const textAnchor = x > WIDTH / 2 ? "end" : "start";
  const [from, to] = textAnchor === "end" ? [x - LABEL_WIDTH, x] : [x, x + LABEL_WIDTH];
  const covered = points.filter((point) => point.x >= from && point.x <= to).map((point) => point.y);
  const [over, under] = [Math.min(...covered) - 8, Math.max(...covered) + 18];
  const isAbove = side === "above" ? over >= LABEL_HEIGHT : under > HEIGHT - PAD.bottom;
  return { x, y: isAbove ? over : under, textAnchor };
}

function Label({ className, children, ...place }: Place & { className: string; children: ReactNode }) {
  return (
    <text {...place} className={`${className} text-xs font-semibold`}>
      {children}
    </text>
  );
}

/** The lowest score of one kind of round over time, with the one that is looked at and the last. */
export function RoundLine({ rounds, marked }: { rounds: readonly RoundDto[]; marked: string }) {
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (!first || !last || rounds.length < 2) {
    return <p className="px-4 py-6 text-sm text-ink-2">No other round of this kind within a year.</p>;
  }
  const scores = rounds.map(({ lowestCrs }) => lowestCrs);
  const [low, high] = [Math.min(...scores) - 5, Math.max(...scores) + 5];
  const [from, to] = [dayNumber(first.date), dayNumber(last.date)];
  const x = ({ date }: RoundDto) =>
    PAD.left + ((dayNumber(date) - from) / Math.max(1, to - from)) * (WIDTH - PAD.left - PAD.right);
  const y = (score: number) => PAD.top + ((high - score) / (high - low)) * (HEIGHT - PAD.top - PAD.bottom);
  const own = rounds.find(({ id }) => id === marked);
  const points = rounds.map((round) => ({ x: x(round), y: y(round.lowestCrs) }));
  return (
    <div className="px-3 py-2">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full"
        role="img"
        aria-label={`Lowest scores of ${rounds.length} rounds of this kind, ${formatDate(first.date)} to ${formatDate(last.date)}: between ${Math.min(...scores)} and ${Math.max(...scores)}`}
      >
        {ticksOf(low, high).map((tick) => (
          <g key={tick}>
            <line x1={PAD.left} x2={WIDTH - PAD.right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={WIDTH - PAD.right + 8} y={y(tick) + 4} className="fill-ink-3 text-xs">
              {tick}
            </text>
          </g>
        ))}
        <polyline
          points={rounds.map((round) => `${x(round)},${y(round.lowestCrs)}`).join(" ")}
          fill="none"
          className="stroke-chart-1"
          strokeWidth={1.5}
        />
        {rounds.map((round) => (
          <circle key={round.id} cx={x(round)} cy={y(round.lowestCrs)} r={2.5} className="fill-chart-1">
            <title>{`${formatDate(round.date)}: ${round.lowestCrs}`}</title>
          </circle>
        ))}
        {last.id !== marked && (!own || Math.abs(x(last) - x(own)) > LABEL_WIDTH) && (
          <Label {...placeOf(points, x(last), "above")} className="fill-chart-1">
            Last, {formatDayMonth(last.date)}: {last.lowestCrs}
          </Label>
        )}
        {own && (
          <g>
            <circle cx={x(own)} cy={y(own.lowestCrs)} r={4.5} className="fill-ink" />
            <Label {...placeOf(points, x(own), "below")} className="fill-ink">
              This round, {own.lowestCrs}
            </Label>
          </g>
        )}
        <text x={PAD.left} y={HEIGHT - 6} className="fill-ink-3 text-xs">
          {formatMonth(first.date)}
        </text>
        <text x={WIDTH - PAD.right} y={HEIGHT - 6} textAnchor="end" className="fill-ink-3 text-xs">
          {formatMonth(last.date)}
        </text>
      </svg>
    </div>
  );
}

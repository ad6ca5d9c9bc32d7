import { daysUntil, formatDayMonth } from "@/lib/format/dates";

export interface LaneAxis {
  today: string;
  plannedOn: string | null;
  lastDay: string;
}

const WIDTH = 140;
const LEFT = 4.5;
const RIGHT = 134.5;

function xOf(date: string, { today, lastDay }: LaneAxis): number {
  const whole = Math.max(1, daysUntil(lastDay, today));
  const share = Math.min(1.03, Math.max(0, daysUntil(date, today) / whole));
  return LEFT + share * (RIGHT - LEFT);
}

/** The head of the lane column: where today, the plan and the last day stand. */
export function LaneHead({ axis }: { axis: LaneAxis }) {
  const { plannedOn, lastDay, today } = axis;
  const planX = plannedOn === null || plannedOn >= lastDay ? null : xOf(plannedOn, axis);
  return (
    <svg
      width={WIDTH}
      height={30}
      role="img"
      aria-label="Lands, from today to the last day"
      className="block fill-ink-3 text-xs font-semibold"
    >
      <text x={2} y={19}>
        Today
      </text>
      {plannedOn !== null && planX !== null && planX > 56 && planX < 82 && (
        <text x={planX} y={19} textAnchor="middle">
          {formatDayMonth(plannedOn, today)}
        </text>
      )}
      <text x={WIDTH - 2} y={19} textAnchor="end">
        {formatDayMonth(lastDay, today)}
      </text>
    </svg>
  );
}

interface LandingLaneProps {
  axis: LaneAxis;
  /** When the document is likely in; null draws the lines alone. */
  lands: string | null;
}

/** One row's lane: from today to when it is likely in, against the plan and the last day. */
export function LandingLane({ axis, lands }: LandingLaneProps) {
  const { plannedOn, lastDay, today } = axis;
  const lines = (
    <>
      <path d={`M${LEFT} -60V100`} className="stroke-line" />
      {plannedOn !== null && (
        <path d={`M${xOf(plannedOn, axis)} -60V100`} strokeDasharray="2 3" className="stroke-line-strong" />
      )}
      <path d={`M${RIGHT} -60V100`} className="stroke-line-strong" />
    </>
  );
  if (lands === null) {
    return (
      <svg width={WIDTH} height="100%" aria-hidden className="block h-full min-h-7 overflow-visible">
        {lines}
      </svg>
    );
  }
  const x = xOf(lands, axis);
  const late = lands > lastDay;
  const watch = !late && plannedOn !== null && lands > plannedOn;
  const colour = late ? "text-late" : watch ? "text-watch" : "text-info";
  const words = formatDayMonth(lands, today);
  const onLeft = x > 92;
  const suffix = late ? ", after the last day" : watch ? ", after the plan" : "";
  return (
    <svg
      width={WIDTH}
      height={36}
      role="img"
      aria-label={`Lands ${words}${suffix}`}
      className={`block overflow-visible ${colour}`}
    >
      {lines}
      <path
        d={`M7 18H${Math.max(8, x - 5)}`}
        className="stroke-current opacity-35"
        strokeWidth={4}
        strokeLinecap="round"
      />
      {late ? (
        <path
          d={`M${x - 4} 14l8 8m0 -8l-8 8`}
          className="stroke-current"
          strokeWidth={2}
          strokeLinecap="round"
        />
      ) : (
        <circle cx={x} cy={18} r={4} className="fill-current" />
      )}
      <text
        x={onLeft ? x - 8 : x + 7}
        y={22}
        textAnchor={onLeft ? "end" : "start"}
        fontSize={11}
        className={late || watch ? "fill-current font-semibold" : "fill-ink-2"}
        paintOrder="stroke"
        stroke="var(--surface)"
        strokeWidth={4}
        strokeLinejoin="round"
      >
        {words}
      </text>
    </svg>
  );
}

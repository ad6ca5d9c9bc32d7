import type { TimeAxis } from "@/components/ui/time-axis";
import type { BoardLane } from "@/lib/deadlines/board/types";
import { formatDate } from "@/lib/format/dates";

const HEIGHT = 44;
const MIDDLE = 20;

const bandClass = {
  past_saving: "fill-late-soft stroke-late",
  at_risk: "fill-watch-soft stroke-watch",
  on_track: "fill-ok-soft stroke-ok",
} as const;

const dotClass = { past_saving: "fill-late", at_risk: "fill-watch", on_track: "fill-ok" } as const;

/** What the picture says, for those who do not see it. */
function laneInWords(lane: BoardLane): string {
  const forecast = lane.forecast
    ? ` Likely complete ${formatDate(lane.forecast.likely)}, between ${formatDate(lane.forecast.early)} and ${formatDate(lane.forecast.late)}.`
    : "";
  const stop = lane.earlierStop
    ? ` Earlier stop: ${lane.earlierStop.title} ends ${formatDate(lane.earlierStop.on)}.`
    : "";
  const [start] = lane.safeStarts;
  const starts = start ? ` First latest safe start: ${start.title}, ${formatDate(start.on)}.` : "";
  return `Invited ${formatDate(lane.issueDate)}, last day ${formatDate(lane.deadlineDate)}.${forecast}${stop}${starts}`;
}

function Forecast({ lane, axis }: { lane: BoardLane; axis: TimeAxis }) {
  if (!lane.forecast) return null;
  const from = axis.x(lane.forecast.early);
  const to = Math.min(axis.x(lane.forecast.late), axis.width);
  const end = axis.x(lane.deadlineDate);
  const late = Math.max(from, end);
  return (
    <g>
      <rect
        x={from}
        y={MIDDLE - 6}
        width={Math.max(to - from, 4)}
        height={12}
        rx={3}
        className={bandClass[lane.risk]}
      />
      {to > end && (
        <rect x={late} y={MIDDLE - 5.5} width={to - late} height={11} rx={2.5} fill="url(#too-late)" />
      )}
      <circle
        cx={Math.min(axis.x(lane.forecast.likely), axis.width - 3)}
        cy={MIDDLE}
        r={2.5}
        className={dotClass[lane.risk]}
      />
    </g>
  );
}

/** Latest safe starts of what nobody has asked for: outline ahead, solid once missed; one mark a day. */
function LatestStarts({ lane, axis }: { lane: BoardLane; axis: TimeAxis }) {
  return lane.safeStarts
    .filter(({ on }) => axis.holds(on))
    .map(({ on, missed }) => (
      <path
        key={on}
        d={`M${axis.x(on)} ${MIDDLE + 11}l5 8h-10z`}
        className={missed ? "fill-late" : "fill-surface stroke-ink-2"}
        strokeWidth={1.2}
      />
    ));
}

/** The months and today, drawn once; every lane refers to them. Longer than a lane: a row may be higher than its picture. */
export function LaneLines({ axis, today }: { axis: TimeAxis; today: string }) {
  const [now, ends] = [axis.x(today), { y1: -HEIGHT, y2: 4 * HEIGHT }];
  return (
    <g id="lane-lines">
      {axis.months.map((month) => (
        <line key={month.date} x1={month.x} x2={month.x} {...ends} className="stroke-line" />
      ))}
      <line x1={now} x2={now} {...ends} className="stroke-maple" strokeWidth={2} />
    </g>
  );
}

/** One window on the shared axis: thin line for the window, band for the forecast, bars for day 50 and the last day. */
export function LanePicture({ lane, axis, today }: { lane: BoardLane; axis: TimeAxis; today: string }) {
  const [start, end, now] = [axis.x(lane.issueDate), axis.x(lane.deadlineDate), axis.x(today)];
  const target = axis.x(lane.targetDate);
  return (
    <svg
      width={axis.width}
      height={HEIGHT}
      viewBox={`0 0 ${axis.width} ${HEIGHT}`}
      role="img"
      aria-label={laneInWords(lane)}
      className="block overflow-visible max-md:h-auto max-md:w-full print:h-auto print:w-64"
    >
      <use href="#lane-lines" />
      <line
        x1={start}
        x2={Math.min(now, end)}
        y1={MIDDLE}
        y2={MIDDLE}
        className="stroke-ink-3"
        strokeWidth={1.4}
      />
      {end > now && (
        <line x1={now} x2={end} y1={MIDDLE} y2={MIDDLE} className="stroke-field-edge" strokeWidth={1} />
      )}
      <circle cx={start} cy={MIDDLE} r={3} className="fill-surface stroke-ink-2" strokeWidth={1.4} />
      <Forecast lane={lane} axis={axis} />
      <line x1={target} x2={target} y1={MIDDLE - 5} y2={MIDDLE + 5} className="stroke-ink" strokeWidth={2} />
      {lane.earlierStop && (
        <line
          x1={axis.x(lane.earlierStop.on)}
          x2={axis.x(lane.earlierStop.on)}
          y1={MIDDLE - 9}
          y2={MIDDLE + 9}
          className="stroke-ink"
          strokeWidth={2}
          strokeDasharray="3 2"
        />
      )}
      <line x1={end} x2={end} y1={MIDDLE - 9} y2={MIDDLE + 9} className="stroke-ink" strokeWidth={2} />
      <LatestStarts lane={lane} axis={axis} />
    </svg>
  );
}

/** What the validity ribbon is drawn of: marks, bars, lines with their names. */
import type { Ribbon, RibbonMark, RibbonRow } from "@/lib/cases/overview/types";
import { formatDayMonth } from "@/lib/format/dates";
import { LEFT, RIGHT, type RibbonAxis } from "./ribbon-axis";

const BAR = 8;

/** What the colours say, said. */
export function RibbonKey() {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {(
        [
          ["holds", "must hold, does"],
          ["breaks", "must hold, does not"],
          ["expected", "holds if it arrives"],
        ] as const
      ).map(([state, words]) => (
        <span key={state} className="inline-flex items-center gap-1.5">
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden>
            <MarkShape state={state} />
          </svg>
          {words}
        </span>
      ))}
    </span>
  );
}

export function MarkShape({ state }: { state: RibbonMark["state"] }) {
  if (state === "expected")
    return <circle r="5.25" className="fill-surface stroke-ok" strokeWidth="1.5" strokeDasharray="2.4 1.7" />;
  const shared = { fill: "none", strokeWidth: 1.6, strokeLinecap: "round", strokeLinejoin: "round" } as const;
  if (state === "breaks")
    return (
      <>
        <rect x="-6.5" y="-6.5" width="13" height="13" rx="3" className="fill-late" />
        <path d="m-2.6-2.6 5.2 5.2m0-5.2-5.2 5.2" className="stroke-surface" {...shared} />
      </>
    );
  return (
    <>
      <circle r="6" className="fill-ok" />
      <path d="m-2.7.2 1.9 1.9 3.5-4" className="stroke-surface" {...shared} />
    </>
  );
}

interface BarProps {
  row: RibbonRow;
  y: number;
  axis: RibbonAxis;
  judgedX: number | null;
  todayX: number;
}

export function Bar({ row, y, axis, judgedX, todayX }: BarProps) {
  const from = row.from === null ? LEFT : axis.x(row.from);
  const until = row.until === null ? RIGHT : axis.x(row.until);
  const top = y - BAR / 2;
  if (row.expected) {
    // Not here yet: it can begin today at the earliest.
    const begin = Math.max(from, todayX);
    return (
      <rect
        x={begin}
        y={top}
        width={Math.max(8, until - begin)}
        height={BAR}
        rx="2"
        className="fill-info-soft stroke-chart-1"
        strokeDasharray="3 2.5"
      />
    );
  }
  const late = row.urgency === "late";
  const short = late && judgedX !== null && until < judgedX;
  return (
    <>
      <rect
        x={from}
        y={top}
        width={Math.max(2, until - from)}
        height={BAR}
        className={late ? "fill-chart-1 opacity-70" : "fill-chart-1 opacity-35"}
      />
      {short && <rect x={until} y={top} width={judgedX - until} height={BAR} fill="url(#ribbon-gap)" />}
      {row.urgency === "watch" && until < RIGHT && (
        <path d={`M${until} ${top - 2}v${BAR + 4}`} className="stroke-watch" strokeWidth="2" />
      )}
    </>
  );
}

export const WORD_CLASS = {
  late: "fill-late font-semibold",
  watch: "fill-watch font-semibold",
  info: "fill-ink-3",
  neutral: "fill-ink-3",
} as const;

function Line({
  x,
  bottom,
  className,
  dashed,
}: {
  x: number;
  bottom: number;
  className: string;
  dashed?: boolean;
}) {
  return <path d={`M${x} 32V${bottom}`} className={className} strokeDasharray={dashed ? "4 3" : undefined} />;
}

/** What the sign beside it means, on the paper's own ground, over whatever bar lies under it. */
export function BreakNote({ words }: { words: string }) {
  return (
    <text
      x="12"
      y="4"
      className="fill-late text-[12px] font-semibold"
      paintOrder="stroke"
      stroke="var(--surface)"
      strokeWidth={4}
      strokeLinejoin="round"
    >
      {words}
    </text>
  );
}

/** A moment's name and date over its line; names that would touch are left to the line's neighbour. */
function Head({
  x,
  name,
  date,
  anchor = "middle",
}: {
  x: number;
  name: string;
  date: string;
  anchor?: "middle" | "start" | "end";
}) {
  return (
    <>
      <text x={x} y="12" textAnchor={anchor} className="fill-ink text-[12px] font-semibold">
        {name}
      </text>
      <text x={x} y="26" textAnchor={anchor} className="fill-ink-3">
        {date}
      </text>
    </>
  );
}

/** The moments at which documents must hold, each a line with its name and date, and today. */
export function Moments({ ribbon, axis, bottom }: { ribbon: Ribbon; axis: RibbonAxis; bottom: number }) {
  const { today, invitedOn, judgedOn, planned, landsOn } = ribbon;
  const todayX = axis.x(today);
  const judgedX = judgedOn === null ? null : axis.x(judgedOn);
  const crowded = judgedX !== null && Math.abs(judgedX - todayX) < 90;
  const later = judgedX !== null && judgedX >= todayX;
  return (
    <>
      {invitedOn !== null && (
        <>
          <Line x={axis.x(invitedOn)} bottom={bottom} className="stroke-ink" />
          <Head x={axis.x(invitedOn)} name="ITA" date={formatDayMonth(invitedOn, today)} />
        </>
      )}
      {judgedX !== null && judgedOn !== null && (
        <>
          <Line x={judgedX} bottom={bottom} className="stroke-ink" dashed={!planned} />
          <Head
            x={judgedX - (crowded ? 4 : 0)}
            name={planned ? "Planned submission" : "Last day"}
            date={formatDayMonth(judgedOn, today)}
            anchor={crowded ? (later ? "start" : "end") : "middle"}
          />
        </>
      )}
      {landsOn !== null && (
        <>
          <Line x={axis.x(landsOn)} bottom={bottom} className="stroke-ink" dashed />
          <Head x={axis.x(landsOn)} name="Landing" date={`about ${formatDayMonth(landsOn, today)}`} />
        </>
      )}
      <Line x={todayX} bottom={bottom} className="stroke-maple [stroke-width:1.75]" />
      <Head
        x={todayX + (crowded ? 4 : 0)}
        name="Today"
        date={formatDayMonth(today)}
        anchor={crowded ? (later ? "end" : "start") : "middle"}
      />
    </>
  );
}

import { HatchPattern } from "@/components/ui/hatch-pattern";
import type { Ribbon, RibbonMark, RibbonRow } from "@/lib/cases/overview/types";
import { formatDate, formatDayMonth } from "@/lib/format/dates";
import { LEFT, RIGHT, ribbonAxis, type RibbonAxis } from "./ribbon-axis";

const WIDTH = 1134;
const TOP = 40;
const ROW = 24;
const BAR = 8;
const FOOT = 40;

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

function MarkShape({ state }: { state: RibbonMark["state"] }) {
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

function Bar({ row, y, axis, judgedX, todayX }: BarProps) {
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

const WORD_CLASS = {
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
function BreakNote({ words }: { words: string }) {
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

/** `Sent by 12 Dec 2026, everything that is here holds.`; empty where the plan is earlier already. */
function throughWords({ holdsThrough, judgedOn }: Ribbon): string {
  if (holdsThrough === null || judgedOn === null || holdsThrough >= judgedOn) return "";
  return `Sent by ${formatDate(holdsThrough)}, everything that is here holds.`;
}

function description(ribbon: Ribbon): string {
  const rows = ribbon.rows.map((row) => `${row.personName}, ${row.label}: ${row.words}.`).join(" ");
  const first = ribbon.firstBreak
    ? `First break: ${ribbon.firstBreak.words}`
    : "Everything that is here holds where it must";
  return `${first}. ${throughWords(ribbon)} ${rows}`;
}

/** Which dated document holds where it must, for each person. Drawn on the server; the words are beside each bar. */
export function ValidityRibbon({ ribbon }: { ribbon: Ribbon }) {
  const axis = ribbonAxis(ribbon);
  const bottom = TOP + ribbon.rows.length * ROW + 4;
  const { today, invitedOn, judgedOn, planned, landsOn, holdsThrough } = ribbon;
  const through = throughWords(ribbon);
  const landsX = landsOn === null ? null : axis.x(landsOn);
  const todayX = axis.x(today);
  const judgedX = judgedOn === null ? null : axis.x(judgedOn);
  const invitedX = invitedOn === null ? null : axis.x(invitedOn);
  const crowded = judgedX !== null && Math.abs(judgedX - todayX) < 90;
  return (
    <div className="overflow-x-auto px-4 py-3" tabIndex={0} role="region" aria-labelledby="ribbon">
      <svg
        width={WIDTH}
        height={bottom + FOOT}
        viewBox={`0 0 ${WIDTH} ${bottom + FOOT}`}
        role="img"
        aria-labelledby="ribbon-title ribbon-words"
        className="block min-w-full print:h-auto print:w-full"
      >
        <title id="ribbon-title">Validity of each document at the invitation and at the submission</title>
        <desc id="ribbon-words">{description(ribbon)}</desc>
        <defs>
          <HatchPattern id="ribbon-gap" />
        </defs>
        {axis.laterFrom !== null && (
          <rect
            x={axis.laterFrom}
            y={TOP}
            width={RIGHT - axis.laterFrom}
            height={bottom - TOP}
            className="fill-sunken opacity-55"
          />
        )}
        {through !== "" && holdsThrough !== null && (
          <rect
            x={todayX}
            y={TOP}
            width={Math.max(0, axis.x(holdsThrough) - todayX)}
            height={bottom - TOP}
            className="fill-ok-soft opacity-70"
          />
        )}
        {ribbon.rows.map((row, index) => {
          const y = TOP + index * ROW + ROW / 2;
          return (
            <g key={row.key}>
              {row.firstOfPerson && index > 0 && (
                <path d={`M0 ${y - ROW / 2}H${WIDTH}`} className="stroke-line" />
              )}
              {row.firstOfPerson && (
                <text x="0" y={y + 4} className="fill-ink text-[13px] font-semibold">
                  {row.personName}
                </text>
              )}
              <text
                x="92"
                y={y + 4}
                className={
                  row.urgency === "late" ? "fill-ink text-[12.5px] font-semibold" : "fill-ink-2 text-[12.5px]"
                }
              >
                {row.label.length > 30 ? `${row.label.slice(0, 29)}…` : row.label}
              </text>
              <Bar {...{ row, y, axis, judgedX, todayX }} />
              <text x={RIGHT + 20} y={y + 4} className={`text-[12px] ${WORD_CLASS[row.urgency]}`}>
                {row.words}
              </text>
            </g>
          );
        })}
        {invitedX !== null && (
          <>
            <Line x={invitedX} bottom={bottom} className="stroke-ink" />
            <Head x={invitedX} name="ITA" date={formatDayMonth(invitedOn ?? today, today)} />
          </>
        )}
        {judgedX !== null && judgedOn !== null && (
          <>
            <Line x={judgedX} bottom={bottom} className="stroke-ink" dashed={!planned} />
            <Head
              x={judgedX - (crowded ? 4 : 0)}
              name={planned ? "Planned submission" : "Last day"}
              date={formatDayMonth(judgedOn, today)}
              anchor={crowded ? (judgedX >= todayX ? "start" : "end") : "middle"}
            />
          </>
        )}
        {landsX !== null && landsOn !== null && (
          <>
            <Line x={landsX} bottom={bottom} className="stroke-ink" dashed />
            <Head x={landsX} name="Landing" date={`about ${formatDayMonth(landsOn, today)}`} />
          </>
        )}
        <Line x={todayX} bottom={bottom} className="stroke-maple [stroke-width:1.75]" />
        <Head
          x={todayX + (crowded ? 4 : 0)}
          name="Today"
          date={formatDayMonth(today)}
          anchor={crowded ? (judgedX >= todayX ? "end" : "start") : "middle"}
        />
        {ribbon.rows.flatMap((row, index) =>
          row.marks.map((mark) => (
            <g
              key={`${row.key}-${mark.moment}`}
              transform={`translate(${axis.x(mark.at)} ${TOP + index * ROW + ROW / 2})`}
            >
              <MarkShape state={mark.state} />
              {mark.state === "breaks" && mark.moment === "submission" && row.note !== null && (
                <BreakNote words={row.note} />
              )}
            </g>
          )),
        )}
        <path d={`M${LEFT} ${bottom + 0.5}H${RIGHT}`} className="stroke-line-strong" />
        {axis.ticks.map((tick) => (
          <g key={`${tick.label}-${tick.x}`}>
            <path d={`M${tick.x} ${bottom}v4`} className="stroke-line-strong" />
            <text x={tick.x} y={bottom + 18} textAnchor="middle" className="fill-ink-3">
              {tick.label}
            </text>
          </g>
        ))}
      </svg>
      <p className="pt-1 text-xs text-ink-2">
        {through !== "" && <b className="font-semibold text-ok">{through} </b>}
        {landsX !== null && "The landing is drawn at IRCC’s standard of six months after the submission."}
      </p>
    </div>
  );
}

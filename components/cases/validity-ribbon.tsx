import { HatchPattern } from "@/components/ui/hatch-pattern";
import type { Ribbon } from "@/lib/cases/overview/types";
import { formatDate } from "@/lib/format/dates";
import { LEFT, RIGHT, ribbonAxis } from "./ribbon-axis";
import { Bar, BreakNote, MarkShape, Moments, WORD_CLASS } from "./validity-ribbon-parts";

const WIDTH = 1134;
const TOP = 40;
const ROW = 24;
const FOOT = 40;

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

/** The drawing in words, folded: for a phone, and for whoever would rather read. */
function RowList({ ribbon }: { ribbon: Ribbon }) {
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer rounded-sm py-1 text-ink-2 hover:underline">As a list</summary>
      <ul className="pb-1">
        {ribbon.rows.map(({ key, personName, label, words, note }) => (
          <li key={key}>
            <b className="font-semibold">{personName}</b>, {label}: {words}
            {note !== null && <span className="text-late"> ({note})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Which dated document holds where it must, for each person. Drawn on the server; the words are beside each bar. */
export function ValidityRibbon({ ribbon }: { ribbon: Ribbon }) {
  const axis = ribbonAxis(ribbon);
  const bottom = TOP + ribbon.rows.length * ROW + 4;
  const { today, judgedOn, landsOn, holdsThrough } = ribbon;
  const through = throughWords(ribbon);
  const todayX = axis.x(today);
  const judgedX = judgedOn === null ? null : axis.x(judgedOn);
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
        <title id="ribbon-title">
          Validity of each document at the invitation, the submission and the landing
        </title>
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
        <Moments {...{ ribbon, axis, bottom }} />
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
      <RowList ribbon={ribbon} />
      <p className="pt-1 text-xs text-ink-2">
        {through !== "" && <b className="font-semibold text-ok">{through} </b>}
        {landsOn !== null && "The landing is drawn at IRCC’s standard of six months after the submission."}
      </p>
    </div>
  );
}

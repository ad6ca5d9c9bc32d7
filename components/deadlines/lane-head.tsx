import type { TimeAxis } from "@/components/ui/time-axis";
import { formatMonth } from "@/lib/format/dates";

/** Half the flag of today, and the room a name of a month takes, in px. */
const [FLAG, NAME] = [26, 52];

/** `Dec`, in January and at the start with its year. */
function monthLabel(date: string, isFirst: boolean): string {
  return isFirst || date.slice(5, 7) === "01" ? formatMonth(date) : formatMonth(date).replace(/ \d+$/, "");
}

/** Month names over the lanes, and the flag of today. */
export function LaneHead({ axis, today }: { axis: TimeAxis; today: string }) {
  const now = axis.x(today);
  return (
    <svg
      width={axis.width}
      height={32}
      viewBox={`0 0 ${axis.width} 32`}
      aria-hidden
      className="block print:h-auto print:w-64"
    >
      {axis.months.map((month, index) => (
        <g key={month.date}>
          <line x1={month.x} x2={month.x} y1={8} y2={32} className="stroke-line" />
          {month.x + NAME < axis.width && (month.x > now + FLAG || month.x + NAME < now - FLAG) && (
            <text x={month.x + 6} y={27} className="fill-ink-2 text-xs font-normal">
              {monthLabel(month.date, index === 0)}
            </text>
          )}
        </g>
      ))}
      <rect x={now - 24} y={4} width={48} height={18} rx={4} className="fill-maple" />
      <text x={now} y={17} textAnchor="middle" className="fill-paper text-xs font-semibold">
        Today
      </text>
      <line x1={now} x2={now} y1={22} y2={32} className="stroke-maple" strokeWidth={2} />
    </svg>
  );
}

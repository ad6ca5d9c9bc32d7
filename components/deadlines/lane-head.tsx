import type { TimeAxis } from "@/components/ui/time-axis";
import { formatMonth } from "@/lib/format/dates";

/** Month names over the lanes, and the flag of today. */
export function LaneHead({ axis, today }: { axis: TimeAxis; today: string }) {
  const now = axis.x(today);
  return (
    <svg width={axis.width} height={32} viewBox={`0 0 ${axis.width} 32`} aria-hidden className="block">
      {axis.months.map((month) => (
        <g key={month.date}>
          <line x1={month.x} x2={month.x} y1={8} y2={32} className="stroke-line" />
          {Math.abs(month.x - now) > 34 && (
            <text x={month.x + 6} y={27} className="fill-ink-2 text-xs font-normal">
              {formatMonth(month.date)}
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

import type { CaseHeader } from "@/lib/cases/types";
import { daysUntil, formatDayMonth } from "@/lib/format/dates";

const WIDTH = 344;
const TRACK_TOP = 19;
const TRACK_HEIGHT = 8;

/** The 60 days as a bar: what has passed, today, the plan, the last day. Decoration: the words stand beside it. */
export function WindowBar({ file }: { file: CaseHeader }) {
  if (file.window === null) return null;
  const { invitedOn, endsOn } = file.window;
  const { today } = file.day;
  const length = Math.max(1, daysUntil(endsOn, invitedOn));
  const x = (date: string) => Math.min(WIDTH, Math.max(0, (daysUntil(date, invitedOn) / length) * WIDTH));
  const plan = file.plannedSubmissionOn;
  return (
    <svg
      viewBox={`0 0 ${WIDTH + 16} 36`}
      preserveAspectRatio="xMinYMid meet"
      aria-hidden
      className="absolute top-0 left-0 h-9 w-full"
    >
      <rect x="0" y={TRACK_TOP} width={WIDTH} height={TRACK_HEIGHT} rx="2" className="fill-sunken" />
      {plan !== null && (
        <rect x={x(plan)} y={TRACK_TOP} width={WIDTH - x(plan)} height={TRACK_HEIGHT} className="fill-line" />
      )}
      <rect x="0" y={TRACK_TOP} width={x(today)} height={TRACK_HEIGHT} rx="2" className="fill-info" />
      <path d={`M${x(today)} ${TRACK_TOP - 5}v18`} className="stroke-maple" strokeWidth="1.75" />
      {plan !== null && (
        <>
          <circle
            cx={x(plan)}
            cy={TRACK_TOP + TRACK_HEIGHT / 2}
            r="4"
            className="fill-surface stroke-ink"
            strokeWidth="1.75"
          />
          <text x={x(plan)} y="11" textAnchor="middle">
            plan {formatDayMonth(plan, today)}
          </text>
        </>
      )}
      <path d={`M${WIDTH} ${TRACK_TOP - 3}v14`} className="stroke-ink" strokeWidth="2" />
      {(plan === null || WIDTH - x(plan) > 90) && (
        <text x={WIDTH} y="11" textAnchor="end">
          {formatDayMonth(endsOn, today)}
        </text>
      )}
    </svg>
  );
}

import { StatusIcon } from "@/components/ui/status-icon";
import type { Tone } from "@/components/ui/tone";
import type { TrendPoint, WindowBoard } from "@/lib/deadlines/types";

function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const most = Math.max(1, ...values);
  const step = 84 / Math.max(1, values.length - 1);
  const points = values.map((value, index) => [index * step + 2, 22 - (value / most) * 18] as const);
  const last = points.at(-1);
  return (
    <svg width={90} height={26} role="img" aria-label={label} className="ml-auto shrink-0 max-sm:hidden">
      <polyline
        points={points.map((point) => point.join(",")).join(" ")}
        fill="none"
        className="stroke-ink-2"
        strokeWidth={1.3}
      />
      {last && <circle cx={last[0]} cy={last[1]} r={2.5} className="fill-ink" />}
    </svg>
  );
}

function change(trend: readonly TrendPoint[], of: "open" | "endingSoon"): string {
  const [before, now] = [trend.at(-2)?.[of] ?? 0, trend.at(-1)?.[of] ?? 0];
  if (now === before) return "same as last week";
  return now > before ? `up ${now - before} this week` : `down ${before - now} this week`;
}

interface StatProps {
  label: string;
  tone?: Tone;
  value: number;
  note: string;
  trend?: readonly number[];
}

function BoardStat({ label, tone = "neutral", value, note, trend }: StatProps) {
  return (
    <div className="min-w-0 bg-surface px-4 py-3">
      <dt className="flex items-center gap-1.5 text-sm text-ink-2">
        {tone !== "neutral" && <StatusIcon tone={tone} size={14} />}
        {label}
      </dt>
      <dd className="flex items-end gap-2">
        <span className="flex min-w-0 items-baseline gap-2 max-sm:flex-wrap max-sm:gap-y-0">
          <span className="text-xl leading-8 font-[650]">{value}</span>
          <span className="text-xs text-ink-2">{note}</span>
        </span>
        {trend && <Sparkline values={trend} label={`${label}, last eight weeks: ${trend.join(", ")}`} />}
      </dd>
    </div>
  );
}

/** The counts above the board; the three risks add up to the open windows. */
export function BoardStats({ board }: { board: WindowBoard }) {
  const { lanes, trend } = board;
  const count = (risk: string) => lanes.filter((lane) => lane.risk === risk).length;
  return (
    <dl className="mb-4 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line xl:grid-cols-4 print:grid-cols-4">
      <BoardStat
        label="Open windows"
        value={lanes.length}
        note={change(trend, "open")}
        trend={trend.map((point) => point.open)}
      />
      <BoardStat
        label="Past saving?"
        tone="late"
        value={count("past_saving")}
        note="forecast after the last day"
      />
      <BoardStat
        label="At risk"
        tone="watch"
        value={count("at_risk")}
        note={`${count("on_track")} on track`}
      />
      <BoardStat
        label="Last day within 14 days"
        value={trend.at(-1)?.endingSoon ?? 0}
        note={change(trend, "endingSoon")}
        trend={trend.map((point) => point.endingSoon)}
      />
    </dl>
  );
}

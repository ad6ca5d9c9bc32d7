import type { ReactNode } from "react";

function Item({ children, label }: { children: ReactNode; label: string }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg width={28} height={16} aria-hidden className="shrink-0">
        {children}
      </svg>
      {label}
    </li>
  );
}

/** What the marks of a lane mean; the forecast names where its durations come from. */
export function LaneLegend() {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1.5 px-4 py-3 text-xs text-ink-2">
      <ul className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <Item label="ITA">
          <line x1={6} x2={28} y1={8} y2={8} className="stroke-ink-3" />
          <circle cx={5} cy={8} r={3} className="fill-surface stroke-ink-2" />
        </Item>
        <Item label="Planned day">
          <line x1={14} x2={14} y1={3} y2={13} className="stroke-ink" strokeWidth={2} />
        </Item>
        <Item label="Last day">
          <line x1={14} x2={14} y1={0} y2={16} className="stroke-ink" strokeWidth={2} />
        </Item>
        <Item label="Earlier stop">
          <line x1={14} x2={14} y1={0} y2={16} className="stroke-ink" strokeWidth={2} strokeDasharray="3 2" />
        </Item>
        <Item label="Forecast 10–90 %, dot: most likely">
          <rect x={1} y={2} width={26} height={12} rx={3} className="fill-ok-soft stroke-ok" />
          <circle cx={12} cy={8} r={2.5} className="fill-ok" />
        </Item>
        <Item label="Too late">
          <rect x={1} y={2} width={26} height={12} rx={3} fill="url(#too-late)" className="stroke-late" />
        </Item>
        <Item label="Latest safe start">
          <path d="M14 3l5 9h-10z" className="fill-surface stroke-ink-2" />
        </Item>
        <Item label="missed">
          <path d="M14 3l5 9h-10z" className="fill-late" />
        </Item>
      </ul>
      <p className="text-ink-3 md:ml-auto">
        Durations from your own closed items of the kind and country; from the lead time where they are fewer
        than eight.
      </p>
    </div>
  );
}

import Link from "next/link";
import { StatusIcon } from "@/components/ui/status-icon";
import type { OwnWindow, Today } from "@/lib/tasks/today/types";
import { daysUntil, formatDate } from "@/lib/format/dates";
import { RailSection } from "./rail-section";

const INVITATION_DAYS = 60;
const WIDTH = 96;
const WATCH_DAYS = 14;

/** The rest of the window to scale: today in maple, the plan as a dot, the last day as a bar. */
function MiniWindow({ window, today }: { window: OwnWindow; today: string }) {
  const x = (date: string) =>
    4 + (Math.min(INVITATION_DAYS, Math.max(0, daysUntil(date, today))) / INVITATION_DAYS) * (WIDTH - 8);
  const end = x(window.endsOn);
  return (
    <svg width={WIDTH} height="16" viewBox={`0 0 ${WIDTH} 16`} aria-hidden className="shrink-0">
      <path d={`M4 8H${end}`} className="stroke-line-strong" />
      {window.plannedOn !== null && (
        <circle cx={x(window.plannedOn)} cy="8" r="3.5" className="fill-ok-soft stroke-ok" />
      )}
      <path d="M4 2v12" className="stroke-maple" strokeWidth="2" />
      <path d={`M${end} 2v12`} className="stroke-ink" strokeWidth="2" />
    </svg>
  );
}

function toneOf(window: OwnWindow, today: string) {
  const complete = window.requiredCount > 0 && window.acceptedCount === window.requiredCount;
  const left = daysUntil(window.endsOn, today);
  if (left < 0) return { tone: "late", label: "Passed" } as const;
  if (complete) return { tone: "ok", label: "Everything accepted" } as const;
  return left <= WATCH_DAYS
    ? ({ tone: "watch", label: "Few days left" } as const)
    : ({ tone: "neutral", label: "Under way" } as const);
}

/** My open 60-day windows, the nearest end first. */
export function WindowsCard({ today }: { today: Today }) {
  return (
    <RailSection
      id="windows"
      title="Windows I own"
      count={today.windowsTotal}
      link={{ href: "/deadlines", label: "Deadlines" }}
    >
      {today.windows.length === 0 ? (
        <p className="py-3 text-sm text-ink-3">No invitation is open on your files.</p>
      ) : (
        <ul className="py-1">
          {today.windows.map((window) => {
            const { tone, label } = toneOf(window, today.today);
            return (
              <li key={window.caseNumber} className="flex h-8 items-center gap-2 text-sm">
                <StatusIcon tone={tone} label={label} size={14} />
                <Link
                  href={`/cases/${window.caseNumber}/overview`}
                  prefetch={false}
                  className="min-w-0 flex-1 truncate hover:underline"
                >
                  {window.caseName}
                </Link>
                <MiniWindow window={window} today={today.today} />
                <span className="w-9 text-right" title={`Last day ${formatDate(window.endsOn)}`}>
                  <span className="font-semibold tabular-nums">{daysUntil(window.endsOn, today.today)}</span>{" "}
                  d<span className="sr-only">ays left, last day {formatDate(window.endsOn)}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </RailSection>
  );
}

import { Card } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Checklist, RequirementItem } from "@/lib/checklist/types";
import { daysUntil, formatDate, formatDayMonth } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

/** Warnings that are spelled out; the table shows the rest. */
const SPELLED_OUT = 3;

function Verdict({ checklist }: { checklist: Checklist }) {
  const { ready, plannedOn, lastDay, today } = checklist;
  if (ready === null) {
    return (
      <p>
        <b className="font-semibold">Everything required is accepted.</b>
      </p>
    );
  }
  const afterPlan = plannedOn === null ? null : daysUntil(ready.on, plannedOn);
  const beforeEnd = lastDay === null ? null : daysUntil(lastDay, ready.on);
  const parts = [
    afterPlan === null
      ? null
      : afterPlan > 0
        ? `${formatCount(afterPlan, "day")} after the plan`
        : afterPlan === 0
          ? "on the planned day"
          : `${formatCount(-afterPlan, "day")} before the plan`,
    beforeEnd === null
      ? null
      : beforeEnd >= 0
        ? `${formatCount(beforeEnd, "day")} before the last day`
        : `${formatCount(-beforeEnd, "day")} after the last day`,
  ].filter((part) => part !== null);
  const who = ready.name === "Whole family" ? "" : `, ${ready.name},`;
  return (
    <p>
      <b className="font-semibold">Likely ready on {formatDayMonth(ready.on, today)}</b>
      {parts.length > 0 && `, ${parts.join(" and ")}`}.{" "}
      <span className="text-ink-2">
        {ready.title}
        {who} decides it.
      </span>
    </p>
  );
}

const BAR_Y = 46;
/** The plan and the forecast have lines of words of their own: they may lie anywhere between the others. */
const ROWS = { plan: 14, above: 30, below: 76, forecast: 94 };

/** Whole class names, so that Tailwind finds them. */
const STROKES: Readonly<Record<string, string>> = {
  "fill-ink": "stroke-ink",
  "fill-maple": "stroke-maple",
};

/** SVG in percent, not styled boxes: our policy for styles leaves no style attribute in the page. */
function Ruler({ checklist }: { checklist: Checklist }) {
  const { invitedOn, lastDay, plannedOn, ready, today } = checklist;
  if (invitedOn === null || lastDay === null) return null;
  const whole = Math.max(1, daysUntil(lastDay, invitedOn));
  const at = (date: string) => Math.min(100, Math.max(0, (daysUntil(date, invitedOn) / whole) * 100));
  const late = ready !== null && ready.on > lastDay;
  const watch = ready !== null && plannedOn !== null && ready.on > plannedOn;
  const label = [
    `The ${whole} days: invitation ${formatDate(invitedOn)}`,
    `today is day ${daysUntil(today, invitedOn)}`,
    plannedOn === null ? null : `planned for ${formatDate(plannedOn)}`,
    ready === null ? null : `likely ready on ${formatDate(ready.on)}`,
    `last day ${formatDate(lastDay)}`,
  ];
  return (
    <div className="px-4 pt-2 pb-1.5 max-md:hidden">
      <svg
        width="100%"
        height={ready === null ? 80 : 98}
        role="img"
        aria-label={label.filter(Boolean).join(", ")}
        className="block overflow-visible text-xs"
      >
        <rect y={BAR_Y} width="100%" height={6} rx={3} className="fill-sunken" />
        <rect y={BAR_Y} width={`${at(today)}%`} height={6} rx={3} className="fill-line-strong" />
        <Mark at={0} top="Invited" bottom={formatDayMonth(invitedOn, today)} />
        {plannedOn !== null && (
          <Mark at={at(plannedOn)} apart top={`Planned, ${formatDayMonth(plannedOn, today)}`} dashed />
        )}
        {ready !== null && (
          <Mark
            at={at(ready.on)}
            bottom={`${formatDayMonth(ready.on, today)}: likely ready`}
            tone={late ? "fill-late" : watch ? "fill-watch" : "fill-info"}
            apart
            dot
          />
        )}
        <Mark
          at={at(today)}
          top={`Today, day ${daysUntil(today, invitedOn)}`}
          bottom={formatDayMonth(today, today)}
          tone="fill-maple"
        />
        <Mark at={100} top={`Last day, day ${whole}`} bottom={formatDayMonth(lastDay, today)} />
      </svg>
    </div>
  );
}

interface MarkProps {
  /** Percent of the window. */
  at: number;
  top?: string;
  bottom?: string;
  tone?: string;
  /** Its words have a line of their own. */
  apart?: boolean;
  dot?: boolean;
  dashed?: boolean;
}

/** Words near an end stay inside it. */
function anchorOf(at: number): "start" | "middle" | "end" {
  if (at < 6) return "start";
  return at > 94 ? "end" : "middle";
}

function Mark({ at, top, bottom, tone = "fill-ink", apart, dot, dashed }: MarkProps) {
  const x = `${at}%`;
  const anchor = anchorOf(at);
  return (
    <g className={tone}>
      {dot ? (
        <circle cx={x} cy={BAR_Y + 3} r={6} className="stroke-surface" strokeWidth={2} />
      ) : (
        <line
          x1={x}
          x2={x}
          y1={apart ? ROWS.plan + 5 : BAR_Y - 10}
          y2={BAR_Y + 14}
          className={STROKES[tone]}
          strokeWidth={dashed ? 1.5 : 2}
          strokeDasharray={dashed ? "3 3" : undefined}
        />
      )}
      {top !== undefined && (
        <text x={x} y={apart ? ROWS.plan : ROWS.above} textAnchor={anchor} className="font-semibold">
          {top}
        </text>
      )}
      {bottom !== undefined && (
        <text
          x={x}
          y={apart ? ROWS.forecast : ROWS.below}
          textAnchor={anchor}
          className={tone === "fill-ink" ? "fill-ink-2" : undefined}
        >
          {bottom}
        </text>
      )}
    </g>
  );
}

function riskWords(item: RequirementItem, plannedOn: string | null): string {
  const state = item.state === "accepted" ? "is accepted, but" : "will be too old:";
  const plan = plannedOn === null ? "the last day" : formatDate(plannedOn);
  return `${item.title} ${state} ${item.validity.words.toLowerCase()} on ${plan}.`;
}

/** When the file is likely ready, which document decides that, and what will not hold on the day. */
export function PlanCard({ checklist }: { checklist: Checklist }) {
  const risks = checklist.groups.flatMap(({ name, items }) =>
    items.filter(({ validity }) => validity.tone === "late").map((item) => ({ name, item })),
  );
  return (
    <Card className="mb-5">
      <header className="border-b border-line px-4 py-3 last:border-b-0">
        <Verdict checklist={checklist} />
      </header>
      <Ruler checklist={checklist} />
      {risks.slice(0, SPELLED_OUT).map(({ name, item }) => (
        <p key={item.id} className="flex items-start gap-2 border-t border-line px-4 py-2.5 text-sm">
          <StatusIcon tone="late" className="mt-0.5" />
          <span>
            <b className="font-semibold">{name}:</b> {riskWords(item, checklist.plannedOn)}
          </span>
        </p>
      ))}
    </Card>
  );
}

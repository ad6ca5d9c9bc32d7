import { DaysLeft } from "@/components/ui/days-left";
import { Cell, Row, RowHead, RowLink } from "@/components/ui/table";
import { StatusIcon } from "@/components/ui/status-icon";
import type { TimeAxis } from "@/components/ui/time-axis";
import { RISK_LABELS } from "@/lib/deadlines/rules";
import type { WindowLane } from "@/lib/deadlines/types";
import { chanceWords } from "@/lib/format/chance";
import { formatDate } from "@/lib/format/dates";
import { LaneActions } from "./lane-actions";
import { LanePicture } from "./lane-picture";
import { riskTone } from "./risk-tone";

interface LaneRowProps {
  lane: WindowLane;
  axis: TimeAxis;
  today: string;
  mayAssign: boolean;
}

/** The sentence that decides the lane, over an absence of the owner in the window where there is one. */
export function DecidedBy({ lane, today }: { lane: WindowLane; today: string }) {
  const away =
    lane.owner.awayFrom !== null &&
    lane.owner.awayFrom <= lane.deadlineDate &&
    (lane.owner.awayTo ?? today) >= today;
  return (
    <>
      <b className="font-semibold">{lane.words}:</b> {lane.decidedBy.what}, {lane.decidedBy.text}
      {lane.shownExpiry !== null && lane.shownExpiry !== lane.computedDeadline && (
        <span className="text-watch">
          . IRCC shows {formatDate(lane.shownExpiry)}, 60 days end {formatDate(lane.computedDeadline)}
        </span>
      )}
      {lane.escalation && <span className="text-late">. Escalated to {lane.escalation.to}</span>}
      {away && lane.owner.awayFrom !== null && (
        <span className="text-watch">
          . {lane.owner.name} is away
          {lane.owner.awayTo === null ? "" : ` to ${formatDate(lane.owner.awayTo)}`}
        </span>
      )}
    </>
  );
}

export function LaneRow({ lane, axis, today, mayAssign }: LaneRowProps) {
  return (
    <Row>
      <RowHead>
        <span className="flex items-center gap-3">
          <StatusIcon tone={riskTone[lane.risk]} label={RISK_LABELS[lane.risk]} />
          <span className="min-w-0">
            <RowLink href={`/cases/${lane.number}/overview`} className="min-h-5! leading-5">
              {lane.displayName}
            </RowLink>
            <span className="block text-xs font-normal text-ink-2">
              {lane.number} · {lane.owner.name}
            </span>
          </span>
        </span>
      </RowHead>
      <Cell align="right">
        <DaysLeft date={lane.deadlineDate} today={today} look="board" />
      </Cell>
      <Cell wrap className="w-full min-w-56 text-sm leading-4.5">
        <span className="line-clamp-3 print:line-clamp-none" title={lane.basis ?? undefined}>
          <DecidedBy lane={lane} today={today} />
          {lane.basis !== null && <span className="sr-only">. Forecast {lane.basis}</span>}
        </span>
      </Cell>
      <Cell className="h-11 p-0! align-top">
        <LanePicture lane={lane} axis={axis} today={today} />
      </Cell>
      <Cell align="right">
        <b className="font-semibold">{lane.accepted}</b>/{lane.required}
        <span className="sr-only"> accepted</span>
        {lane.forecast && (
          <span className="block text-xs whitespace-nowrap text-ink-2">
            {chanceWords(lane.forecast.byLastDay)}
            <span className="sr-only"> in time, {chanceWords(lane.forecast.byTarget)} by day 50</span>
          </span>
        )}
      </Cell>
      <Cell>
        <span className="print:hidden">
          <LaneActions
            {...{ caseId: lane.caseId, number: lane.number, displayName: lane.displayName, mayAssign }}
            ownerId={lane.owner.id}
            itemId={lane.forecast?.items[0]?.id ?? null}
            mayEscalate={lane.mayEscalate && lane.escalation === null}
          />
        </span>
      </Cell>
    </Row>
  );
}

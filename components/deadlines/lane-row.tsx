import Link from "next/link";
import { DaysLeft } from "@/components/ui/days-left";
import type { MenuHandle } from "@/components/ui/menu";
import { SharedMenuTrigger } from "@/components/ui/menu";
import { StatusIcon } from "@/components/ui/status-icon";
import { Cell, Row, RowHead, RowLink } from "@/components/ui/table";
import type { TimeAxis } from "@/components/ui/time-axis";
import type { BoardLane } from "@/lib/deadlines/board/types";
import { RISK_LABELS } from "@/lib/deadlines/rules";
import { chanceWords } from "@/lib/format/chance";
import { LanePicture } from "./lane-picture";
import { DecidedBy, LaneNotes, laneName } from "./lane-words";
import { riskTone } from "./risk-tone";

interface LaneProps {
  lane: BoardLane;
  today: string;
}

function Words({ lane, today }: LaneProps) {
  return (
    <>
      <span className="line-clamp-3 print:line-clamp-none" title={lane.basis ?? undefined}>
        <DecidedBy lane={lane} />
        {lane.basis !== null && <span className="sr-only">. Forecast {lane.basis}</span>}
      </span>
      <LaneNotes lane={lane} today={today} />
    </>
  );
}

function Ready({ lane }: { lane: BoardLane }) {
  return (
    <>
      <span>
        <b className="font-semibold">{lane.accepted}</b>/{lane.required}
        <span className="md:sr-only"> accepted</span>
      </span>
      {lane.forecast && (
        <span className="block text-xs whitespace-nowrap text-ink-2">
          {chanceWords(lane.forecast.byLastDay)}
          <span className="md:sr-only"> in time</span>
          <span className="sr-only">, {chanceWords(lane.forecast.byTarget)} by day 50</span>
        </span>
      )}
    </>
  );
}

const phoneLink =
  "flex min-h-11 flex-1 items-center justify-center border-r border-line font-semibold md:hidden";

function Actions({ lane, menu }: { lane: BoardLane; menu: MenuHandle<BoardLane> }) {
  const item = lane.itemId === null ? "" : `?item=${lane.itemId}`;
  return (
    <span className="flex items-center justify-end">
      <Link prefetch={false} href={`/cases/${lane.number}/checklist`} className={phoneLink}>
        Checklist
      </Link>
      <Link prefetch={false} href={`/cases/${lane.number}/messages${item}`} className={phoneLink}>
        Message
      </Link>
      <span className="max-md:flex max-md:w-14 max-md:justify-center">
        <SharedMenuTrigger handle={menu} subject={lane} label={`More for ${lane.displayName}`} />
      </span>
    </span>
  );
}

interface LaneRowProps extends LaneProps {
  axis: TimeAxis;
  menu: MenuHandle<BoardLane>;
}

/** A window: a row of the table, on a phone a card of the same cells. */
export function LaneRow({ lane, axis, today, menu }: LaneRowProps) {
  return (
    <Row className="break-inside-avoid max-md:[contain-intrinsic-size:auto_14rem] max-md:[content-visibility:auto]">
      <RowHead abbr={lane.displayName}>
        <span className="flex items-center gap-3">
          <StatusIcon tone={riskTone[lane.risk]} label={RISK_LABELS[lane.risk]} />
          <span className="min-w-0">
            <RowLink
              href={`/cases/${lane.number}/overview`}
              aria-label={laneName(lane)}
              className="min-h-5! leading-5"
            >
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
      <Cell wrap className="w-full min-w-56 text-sm leading-4.5 max-md:col-span-2">
        <Words lane={lane} today={today} />
      </Cell>
      <Cell className="h-11 overflow-clip p-0! align-top max-md:col-span-2 max-md:h-auto max-md:px-4!">
        <LanePicture lane={lane} axis={axis} today={today} />
      </Cell>
      <Cell align="right" className="max-md:col-span-2 max-md:flex max-md:justify-between max-md:pb-2">
        <Ready lane={lane} />
      </Cell>
      <Cell className="max-md:col-span-2 max-md:border-t! max-md:p-0! print:hidden">
        <Actions lane={lane} menu={menu} />
      </Cell>
    </Row>
  );
}

"use client";

import { Fragment, useState, type ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { HatchPattern } from "@/components/ui/hatch-pattern";
import { SharedMenu, useMenuHandle } from "@/components/ui/menu";
import { RowKeys } from "@/components/ui/row-keys";
import { StatusIcon } from "@/components/ui/status-icon";
import { GroupRow, HeadCell, Table } from "@/components/ui/table";
import type { TimeAxis } from "@/components/ui/time-axis";
import type { Colleague } from "@/lib/cases/types";
import type { BoardLane, GroupBy } from "@/lib/deadlines/board/types";
import { RISK_LABELS, RISK_NOTES, RISK_ORDER } from "@/lib/deadlines/rules";
import { laneAxis } from "./lane-axis";
import { LaneEscalation } from "./lane-escalation";
import { LaneHead } from "./lane-head";
import { LaneLegend } from "./lane-legend";
import { laneMenu } from "./lane-menu";
import { LaneLines } from "./lane-picture";
import { LaneRow } from "./lane-row";
import { riskTone } from "./risk-tone";

interface LaneGroup {
  key: string;
  head: ReactNode;
  lanes: BoardLane[];
}

function groupHead(title: ReactNode, count: number, note?: string) {
  return (
    <GroupRow
      columns={6}
      title={title}
      detail={
        <>
          {count}
          {note !== undefined && <span className="ml-3 max-md:ml-0 max-md:block">{note}</span>}
        </>
      }
    />
  );
}

function groupsOf(lanes: readonly BoardLane[], by: GroupBy): LaneGroup[] {
  if (by === "risk") {
    return RISK_ORDER.map((risk) => ({ risk, own: lanes.filter((lane) => lane.risk === risk) }))
      .filter(({ own }) => own.length > 0)
      .map(({ risk, own }) => {
        const title = (
          <span className="inline-flex items-center gap-2 whitespace-nowrap">
            <StatusIcon tone={riskTone[risk]} /> {RISK_LABELS[risk]}
          </span>
        );
        return { key: risk, head: groupHead(title, own.length, RISK_NOTES[risk]), lanes: own };
      });
  }
  const owners = [...new Map(lanes.map(({ owner }) => [owner.id, owner.name]))];
  return owners
    .sort(([, a], [, b]) => a.localeCompare(b))
    .map(([id, name]) => {
      const own = lanes.filter(({ owner }) => owner.id === id);
      return { key: id, head: groupHead(name, own.length), lanes: own };
    });
}

function BoardHead({ axis, today }: { axis: TimeAxis; today: string }) {
  return (
    <thead>
      <tr>
        <HeadCell>Client</HeadCell>
        <HeadCell align="right">Days left</HeadCell>
        <HeadCell>What decides it</HeadCell>
        <HeadCell className="p-0!">
          <LaneHead axis={axis} today={today} />
          <span className="sr-only">The window on a time axis</span>
        </HeadCell>
        <HeadCell align="right">
          Ready
          <span className="block font-normal">In time</span>
        </HeadCell>
        <HeadCell className="print:hidden">
          <span className="sr-only">Actions</span>
        </HeadCell>
      </tr>
    </thead>
  );
}

interface WindowBoardProps {
  /** The lanes the filters leave, in their order. */
  lanes: readonly BoardLane[];
  today: string;
  groupBy: GroupBy;
  mayAssign: boolean;
  /** To whom a lane is escalated. */
  managers: readonly Colleague[];
}

/**
 * Every open window as a lane on one time axis. Its lanes are sent as what they show, not as what they look like, and
 * stand in one body: one that changes its group is moved, not made anew, so that it keeps the focus.
 */
export function WindowBoard({ lanes, today, groupBy, mayAssign, managers }: WindowBoardProps) {
  const axis = laneAxis(lanes, today);
  const menu = useMenuHandle<BoardLane>();
  const [escalating, setEscalating] = useState<BoardLane | null>(null);
  return (
    <>
      <svg width={0} height={0} className="absolute" aria-hidden>
        <defs>
          <HatchPattern id="too-late" />
          <LaneLines axis={axis} today={today} />
        </defs>
      </svg>
      <Card className="max-md:border-0 max-md:bg-transparent">
        <RowKeys>
          <Table caption="Open 60-day windows, worst first" stacks>
            <BoardHead axis={axis} today={today} />
            <tbody>
              {groupsOf(lanes, groupBy).flatMap((group) => [
                <Fragment key={group.key}>{group.head}</Fragment>,
                ...group.lanes.map((lane) => <LaneRow key={lane.caseId} {...{ lane, axis, today, menu }} />),
              ])}
            </tbody>
          </Table>
        </RowKeys>
        <LaneLegend />
      </Card>
      <SharedMenu
        handle={menu}
        itemsOf={(lane) => laneMenu(lane, { assign: mayAssign, escalate: setEscalating })}
      />
      <LaneEscalation lane={escalating} managers={managers} onClose={() => setEscalating(null)} />
    </>
  );
}

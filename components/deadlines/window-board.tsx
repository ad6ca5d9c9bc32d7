import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { HatchPattern } from "@/components/ui/hatch-pattern";
import { RowKeys } from "@/components/ui/row-keys";
import { StatusIcon } from "@/components/ui/status-icon";
import { GroupRow, HeadCell, Table } from "@/components/ui/table";
import { RISK_LABELS, RISK_NOTES, RISK_ORDER } from "@/lib/deadlines/rules";
import type { WindowBoard as Board, WindowLane } from "@/lib/deadlines/types";
import type { GroupBy } from "@/lib/deadlines/board/types";
import { laneAxis } from "./lane-axis";
import { LaneCard } from "./lane-card";
import { LaneHead } from "./lane-head";
import { LaneLegend } from "./lane-legend";
import { LaneRow } from "./lane-row";
import { riskTone } from "./risk-tone";

interface LaneGroup {
  key: string;
  title: ReactNode;
  note: string | null;
  lanes: WindowLane[];
}

function groupsOf(lanes: readonly WindowLane[], by: GroupBy): LaneGroup[] {
  if (by === "risk") {
    return RISK_ORDER.map((risk) => ({
      key: risk,
      title: (
        <span className="inline-flex items-center gap-2">
          <StatusIcon tone={riskTone[risk]} /> {RISK_LABELS[risk]}
        </span>
      ),
      note: RISK_NOTES[risk],
      lanes: lanes.filter((lane) => lane.risk === risk),
    })).filter((group) => group.lanes.length > 0);
  }
  const owners = [...new Set(lanes.map((lane) => lane.owner.name))].sort((a, b) => a.localeCompare(b));
  return owners.map((name) => ({
    key: name,
    title: name,
    note: null,
    lanes: lanes.filter((lane) => lane.owner.name === name),
  }));
}

interface WindowBoardProps {
  board: Board;
  /** The lanes the filters leave. */
  lanes: readonly WindowLane[];
  groupBy: GroupBy;
}

/** Every open window as a lane on one time axis; cards on a phone. */
export function WindowBoard({ board, lanes, groupBy }: WindowBoardProps) {
  const { today } = board;
  const axis = laneAxis(lanes, today);
  const groups = groupsOf(lanes, groupBy);
  return (
    <>
      <svg width={0} height={0} className="absolute" aria-hidden>
        <defs>
          <HatchPattern id="too-late" />
        </defs>
      </svg>
      <Card className="max-md:hidden">
        <RowKeys>
          <Table caption="Open 60-day windows, worst first">
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
                <HeadCell>
                  <span className="sr-only">Actions</span>
                </HeadCell>
              </tr>
            </thead>
            {groups.map((group) => (
              <tbody key={group.key}>
                <GroupRow
                  columns={6}
                  title={group.title}
                  detail={`${group.lanes.length}${group.note === null ? "" : `  ${group.note}`}`}
                />
                {group.lanes.map((lane) => (
                  <LaneRow
                    key={lane.caseId}
                    lane={lane}
                    axis={axis}
                    today={today}
                    mayAssign={board.allowed.assign}
                  />
                ))}
              </tbody>
            ))}
          </Table>
        </RowKeys>
        <LaneLegend />
      </Card>
      <div className="grid gap-6 md:hidden">
        {groups.map((group) => (
          <section key={group.key} className="grid gap-3" aria-label={`${group.key}`}>
            <h2 className="flex items-center gap-2 font-semibold">
              {group.title} <span className="font-normal text-ink-2">{group.lanes.length}</span>
            </h2>
            {group.lanes.map((lane) => (
              <LaneCard key={lane.caseId} lane={lane} today={today} />
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

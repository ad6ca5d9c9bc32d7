import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import { StatusIcon } from "@/components/ui/status-icon";
import { RISK_LABELS } from "@/lib/deadlines/rules";
import type { WindowBoard } from "@/lib/deadlines/types";
import { DecidedBy, LaneNotes } from "./lane-words";
import { riskTone } from "./risk-tone";

/** The most that a morning's look takes in; the board has the rest. */
const SHOWN = 5;

/** A manager's morning: windows of the whole firm that are at risk, worst first. */
export function FirmWindowsCard({ board }: { board: WindowBoard }) {
  const risky = board.lanes.filter((lane) => lane.risk !== "on_track");
  if (!board.allowed.assign || risky.length === 0) return null;
  return (
    <Card labelledBy="firm-windows" className="mb-4">
      <CardHeader
        id="firm-windows"
        title="Windows at risk in the firm"
        count={risky.length}
        detail={`of ${board.lanes.length} open`}
        actions={
          <Button size="sm" href="/deadlines">
            Deadlines
          </Button>
        }
      />
      <ul>
        {risky.slice(0, SHOWN).map((lane) => (
          <li
            key={lane.caseId}
            className="flex items-center gap-3 border-b border-line px-4 py-2 last:border-b-0 max-md:flex-wrap"
          >
            <StatusIcon tone={riskTone[lane.risk]} label={RISK_LABELS[lane.risk]} />
            <div className="min-w-0 flex-1 max-md:basis-3/4">
              <span className="font-semibold">{lane.displayName}</span>{" "}
              <span className="text-sm text-ink-2">{lane.owner.name}</span>
              <span className="line-clamp-2 text-sm text-ink-2">
                <DecidedBy lane={lane} />
              </span>
              <LaneNotes lane={lane} today={board.today} />
            </div>
            <DaysLeft date={lane.deadlineDate} today={board.today} look="board" />
            <Button variant="row" href={`/cases/${lane.number}/overview`}>
              Step in
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import type { WindowLane } from "@/lib/deadlines/types";
import { chanceWords } from "@/lib/format/chance";
import { timeAxis } from "@/components/ui/time-axis";
import { addDays, daysBetween, maxDate } from "@/lib/express-entry/timing/calendar-date";
import { DecidedBy } from "./lane-row";
import { LanePicture } from "./lane-picture";

/** Width of a lane on a phone, in px. */
const WIDTH = 300;

/** A lane as a card, for a phone: the same sentence, the same picture on its own axis. */
export function LaneCard({ lane, today }: { lane: WindowLane; today: string }) {
  const last = maxDate(addDays(lane.deadlineDate, 6), lane.forecast?.late ?? lane.deadlineDate, today);
  const from = addDays(lane.issueDate, -2);
  const to = addDays(last, 2);
  return (
    <Card>
      <div className="grid gap-1 px-4 pt-3 pb-2">
        <div className="flex items-start justify-between gap-3">
          <div>
            <Link prefetch={false} href={`/cases/${lane.number}/overview`} className="text-md font-semibold">
              {lane.displayName}
            </Link>
            <p className="text-sm text-ink-2">
              {lane.number} · {lane.owner.name}
            </p>
          </div>
          <DaysLeft date={lane.deadlineDate} today={today} look="board" />
        </div>
        <p className="text-sm">
          <DecidedBy lane={lane} today={today} />
        </p>
        <div className="overflow-hidden">
          <LanePicture
            lane={lane}
            axis={timeAxis(from, to, WIDTH / Math.max(1, daysBetween(from, to)))}
            today={today}
          />
        </div>
        <p className="text-sm">
          <b className="font-semibold">{lane.accepted}</b> of {lane.required} accepted
          {lane.forecast && `, ${chanceWords(lane.forecast.byLastDay)} in time`}
        </p>
      </div>
      <div className="grid grid-cols-2 border-t border-line">
        <Button variant="quiet" href={`/cases/${lane.number}/checklist`}>
          Checklist
        </Button>
        <Button variant="quiet" href={`/cases/${lane.number}/messages`}>
          Message
        </Button>
      </div>
    </Card>
  );
}

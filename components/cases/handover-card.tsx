import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import { InstantText } from "@/components/ui/date-text";
import type { Handover } from "@/lib/cases/handover/types";
import type { DateAhead } from "@/lib/cases/overview/types";
import { STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseHeader } from "@/lib/cases/types";

interface HandoverCardProps {
  file: CaseHeader;
  handovers: readonly Handover[];
  dates: readonly DateAhead[];
}

/** Who has the case, how it came to them, and what is due. */
export function HandoverCard({ file, handovers, dates }: HandoverCardProps) {
  const { today, timeZone } = file.day;
  return (
    <Card labelledBy="handover">
      <CardHeader id="handover" title="Handover" detail={`${file.number}, ${STAGE_LABELS[file.stage]}`} />
      <CardBody>
        <p>
          {file.owner.name} has this case. {file.acceptedCount} of {file.requiredCount} items are accepted,{" "}
          {file.reviewCount} wait for review, {file.unreadCount} messages are unread.
        </p>
        {handovers.length === 0 && <p className="mt-2 text-ink-2">It has not been handed over yet.</p>}
        <ul className="mt-3 flex flex-col gap-3">
          {handovers.map(({ id, from, to, note, at }) => (
            <li key={id}>
              <p className="text-sm text-ink-2">
                {from} to {to}, <InstantText instant={at} zone={timeZone} />
              </p>
              <p className="whitespace-pre-line">{note ?? "No note was left."}</p>
            </li>
          ))}
        </ul>
        <h3 className="mt-4 font-semibold">Dates</h3>
        <ul className="mt-1 flex flex-col gap-1">
          {dates.map(({ deadlineId, text, on }) => (
            <li key={deadlineId ?? text} className="flex flex-wrap justify-between gap-x-4">
              <span>{text}</span>
              <DaysLeft date={on} today={today} look="line" />
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

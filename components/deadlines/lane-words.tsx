import Link from "next/link";
import type { ReactNode } from "react";
import { StatusIcon } from "@/components/ui/status-icon";
import type { BoardLane } from "@/lib/deadlines/board/types";
import { formatDate, formatDaysLeft } from "@/lib/format/dates";

/** The case, its last day, the days left and the verdict: what a lane's link is called, for who hears the board. */
export function laneName(
  lane: Pick<BoardLane, "displayName" | "number" | "deadlineDate" | "daysLeft" | "words" | "confirmed">,
): string {
  const { displayName, number, deadlineDate, daysLeft, words, confirmed } = lane;
  const left = daysLeft > 0 ? `${formatDaysLeft(daysLeft)} left` : `ends ${formatDaysLeft(daysLeft)}`;
  const parts = [displayName, number, `last day ${formatDate(deadlineDate)}`, left, words];
  return [...parts, ...(confirmed ? [] : ["date not confirmed"])].join(", ");
}

/** The sentence that decides the lane. */
export function DecidedBy({ lane }: { lane: Pick<BoardLane, "words" | "decidedBy"> }) {
  return (
    <>
      <b className="font-semibold">{lane.words}:</b> {lane.decidedBy.what}, {lane.decidedBy.text}
    </>
  );
}

type Noted = Pick<
  BoardLane,
  "number" | "owner" | "confirmed" | "shownExpiry" | "computedDeadline" | "deadlineDate" | "escalation"
>;

function notesOf(lane: Noted, today: string): { key: string; tone: "late" | "watch"; words: ReactNode }[] {
  const { name, awayFrom, awayTo } = lane.owner;
  const isAway = awayFrom !== null && awayFrom <= lane.deadlineDate && (awayTo ?? today) >= today;
  const differs = lane.shownExpiry !== null && lane.shownExpiry !== lane.computedDeadline;
  return [
    ...(lane.escalation
      ? [{ key: "escalated", tone: "late" as const, words: `Escalated to ${lane.escalation.to}` }]
      : []),
    ...(lane.confirmed
      ? []
      : [
          {
            key: "unconfirmed",
            tone: "watch" as const,
            words: (
              <Link prefetch={false} href={`/cases/${lane.number}/invitation`} className="text-link">
                Date not confirmed
              </Link>
            ),
          },
        ]),
    ...(differs && lane.shownExpiry !== null
      ? [
          {
            key: "differs",
            tone: "watch" as const,
            words: `IRCC shows ${formatDate(lane.shownExpiry)}, 60 days end ${formatDate(lane.computedDeadline)}`,
          },
        ]
      : []),
    ...(isAway
      ? [
          {
            key: "away",
            tone: "watch" as const,
            words: `${name} is away${awayTo === null ? "" : ` to ${formatDate(awayTo)}`}`,
          },
        ]
      : []),
  ];
}

/** What stands beside the verdict, in words with a sign: an escalation, a date that waits for its second key, an absence. */
export function LaneNotes({ lane, today }: { lane: Noted; today: string }) {
  const notes = notesOf(lane, today);
  if (notes.length === 0) return null;
  return (
    <ul className="text-xs">
      {notes.map(({ key, tone, words }) => (
        <li key={key} className={`flex items-start gap-1 ${tone === "late" ? "text-late" : "text-watch"}`}>
          <StatusIcon tone={tone} size={14} className="mt-px" />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

import type { ReplayLineDto, ReplayList, Since } from "@/lib/draws/replay/types";
import type { Tone } from "@/components/ui/tone";
import { formatDate } from "@/lib/format/dates";

/** The lists in the order of the bar, each with its words and its colour. */
export const LISTS: readonly { list: ReplayList; label: string; fill: string }[] = [
  { list: "invited", label: "Invited", fill: "bg-ok" },
  { list: "reached", label: "Reached, no ITA", fill: "bg-late" },
  { list: "near_miss", label: "Near misses", fill: "bg-watch" },
  { list: "below", label: "Further below", fill: "bg-ink-3" },
  { list: "not_eligible", label: "Not eligible", fill: "bg-line-strong" },
];

const SINCE: Readonly<Record<Since["kind"], { words: string; tone: Tone }>> = {
  invited: { words: "Invited", tone: "ok" },
  submitted: { words: "Application sent", tone: "ok" },
  declined: { words: "Declined", tone: "neutral" },
  lapsed: { words: "Invitation lapsed", tone: "late" },
  expired: { words: "Profile ended", tone: "neutral" },
  withdrawn: { words: "Profile withdrawn", tone: "neutral" },
  in_pool: { words: "In the pool", tone: "info" },
  ended: { words: "Out of the pool", tone: "neutral" },
};

/** `Invited 21 Jan 2026`, with its sign. */
export function sinceInWords({ kind, on }: Since): { words: string; tone: Tone } {
  const { words, tone } = SINCE[kind];
  return { words: on === null ? words : `${words} ${formatDate(on)}`, tone };
}

/** Why nobody may know of an ITA that the rules say was sent. */
export function whyUnknown({ cameOn, doubt, recordedScore, score }: ReplayLineDto): string {
  if (doubt) return `Only if this is met: ${doubt.label}`;
  if (cameOn !== null) return `Came to us ${formatDate(cameOn)}`;
  if (score !== null && score !== recordedScore) return `Account last seen at ${recordedScore}`;
  return "No ITA recorded since";
}

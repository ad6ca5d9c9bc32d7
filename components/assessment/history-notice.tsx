import { Notice } from "@/components/ui/notice";
import type { PersonHistory } from "@/lib/assessment/types";
import { formatDate, formatDateRange } from "@/lib/format/dates";

const KIND_WORDS = { address: "No address", activity: "No work or study" } as const;
/** More than this is a list nobody reads: the rest is counted. */
const SHOWN = 3;

/** `No address 1 Jan 2020 to 3 May 2020. Tutor and Cook at once, 2 Jan 2025 to now.` */
function sentences({ gaps, overlaps }: PersonHistory): string[] {
  return [
    ...gaps.map(({ kind, from, to }) => `${KIND_WORDS[kind]} ${formatDate(from)} to ${formatDate(to)}.`),
    ...overlaps.map(
      ({ titles, from, to }) =>
        `${titles.join(" and ")} at once, ${formatDateRange(from, to)}: 30 h a week count.`,
    ),
  ];
}

/** Times of the last ten years that nobody has accounted for, which IRCC asks for, and jobs at the same time. */
export function HistoryNotice({ history }: { history: readonly PersonHistory[] }) {
  if (history.length === 0) return null;
  return (
    <Notice title="Ten years to account for">
      {history.map((person) => {
        const all = sentences(person);
        return (
          <p key={person.personId}>
            {history.length > 1 && `${person.name}: `}
            {all.slice(0, SHOWN).join(" ")}
            {all.length > SHOWN && ` And ${all.length - SHOWN} more.`}
          </p>
        );
      })}
    </Notice>
  );
}

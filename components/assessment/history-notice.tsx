import { Notice } from "@/components/ui/notice";
import type { PersonHistory } from "@/lib/assessment/types";
import { formatDate } from "@/lib/format/dates";

const KIND_WORDS = { address: "No address", activity: "No work or study" } as const;
/** More than this is a list nobody reads: the rest is counted. */
const SHOWN = 3;

/** Times of the last ten years that nobody has accounted for: IRCC asks for all of them. */
export function HistoryNotice({ history }: { history: readonly PersonHistory[] }) {
  if (history.length === 0) return null;
  return (
    <Notice title="Ten years to account for">
      {history.map(({ personId, name, gaps }) => (
        <p key={personId}>
          {history.length > 1 && `${name}: `}
          {gaps
            .slice(0, SHOWN)
            .map(({ kind, from, to }) => `${KIND_WORDS[kind]} ${formatDate(from)} to ${formatDate(to)}`)
            .join(". ")}
          {gaps.length > SHOWN && `. And ${gaps.length - SHOWN} more`}.
        </p>
      ))}
    </Notice>
  );
}

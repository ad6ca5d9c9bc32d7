import { History } from "lucide-react";
import Link from "next/link";
import { InstantText } from "@/components/ui/date-text";
import type { FactHistory as History_ } from "@/lib/people/history/types";
import { entriesOf, fieldLabel, summaryOf, valueWords, type HistoryEntry } from "./history-words";

const VERBS = { added: "added", changed: "changed", removed: "removed" } as const;

interface FactHistoryProps {
  history: History_;
  /** Where a value is put back into its form; null for who may only read, and for what is gone. */
  restoreHref: (changeId: string) => string | null;
  /** `Job, Arjun Kulkarni`: in a list of several facts. */
  subjectOf?: (entry: HistoryEntry) => string;
}

/** Who changed what when, newest first: each field with what it said before and says after. */
function HistoryList({ history, restoreHref, subjectOf }: FactHistoryProps) {
  return (
    <ol className="space-y-2 py-1">
      {entriesOf(history.changes).map((entry) => (
        <li key={entry.id} className="text-sm">
          <p className="text-ink-2">
            <InstantText instant={entry.at} zone={history.timeZone} />, {entry.by}
            {subjectOf ? `: ${subjectOf(entry)} ${VERBS[entry.verb]}` : `: ${VERBS[entry.verb]}`}
            {entry.verb !== "changed" && summaryOf(entry) !== "" && `, ${summaryOf(entry)}`}
          </p>
          {entry.verb === "changed" && (
            <ul>
              {entry.lines.map((line) => {
                const href = restoreHref(line.id);
                const before = valueWords(line.field, line.before);
                return (
                  <li key={line.id} className="flex flex-wrap items-baseline gap-x-2">
                    <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
                      {fieldLabel(line)}: <del className="text-ink-3">{before}</del>{" "}
                      <span aria-hidden>→</span>
                      <span className="sr-only">then</span>{" "}
                      <ins className="no-underline">{valueWords(line.field, line.after)}</ins>
                    </span>
                    {href !== null && (
                      <Link
                        href={href}
                        prefetch={false}
                        scroll={false}
                        className="text-xs text-link"
                        aria-label={`Put back ${fieldLabel(line)}: ${before}`}
                      >
                        Put back
                      </Link>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Under the form of a fact: its changes, folded. Nothing where it never changed since changes are kept. */
export function FactHistory(props: FactHistoryProps) {
  const { history } = props;
  if (history.changes.length === 0) return null;
  return (
    <details className="mt-3 border-t border-line pt-2 text-sm">
      <summary className="flex w-fit items-center gap-1.5 rounded-sm py-1 text-ink-2 hover:underline">
        <History size={14} aria-hidden />
        History
      </summary>
      <HistoryList {...props} />
    </details>
  );
}

/** The changes of all facts of a file. */
export function FileHistory(props: FactHistoryProps & { subjectOf: (entry: HistoryEntry) => string }) {
  if (props.history.changes.length === 0) {
    return <p className="py-2 text-sm text-ink-2">No fact was changed since changes are kept.</p>;
  }
  return <HistoryList {...props} />;
}

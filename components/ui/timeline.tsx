import type { ReactNode } from "react";
import { Avatar } from "./avatar";

export interface TimelineEntry {
  id: string;
  /** Machine form of the moment, ISO. */
  at: string;
  /** As it is read: `09:12`, `Sat 21`. */
  when: string;
  /** Whose initials stand before it; `icon` for what a machine did. */
  person?: string;
  icon?: ReactNode;
  /** `Reena Thomas uploaded …`: the name in bold, the thing as a link. */
  children: ReactNode;
}

/** What happened, newest first, one line each. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="py-1">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid min-h-9 grid-cols-[3.5rem_1.5rem_minmax(0,1fr)] items-center gap-2 px-4 py-1 text-sm text-ink-2 [&_a]:text-ink [&_b]:font-semibold [&_b]:text-ink"
        >
          <time dateTime={entry.at} className="text-xs whitespace-nowrap text-ink-3">
            {entry.when}
          </time>
          {entry.person === undefined ? (
            <span className="grid place-items-center [&_svg]:size-4">{entry.icon}</span>
          ) : (
            <Avatar name={entry.person} />
          )}
          <span>{entry.children}</span>
        </li>
      ))}
    </ol>
  );
}

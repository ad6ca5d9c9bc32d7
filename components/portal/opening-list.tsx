import { Avatar } from "@/components/ui/avatar";
import type { FirmDay } from "@/lib/cases/types";
import type { Opening } from "@/lib/portal/types";
import { ROLES } from "./home-words";
import { whenNear } from "./near-date";

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who of the firm had a document open, and when. */
export function OpeningList({ openings, day }: { openings: readonly Opening[]; day: FirmDay }) {
  return (
    <ul>
      {openings.map(({ name, role, title, at }) => (
        <li
          key={`${at.getTime()} ${name} ${title}`}
          className="flex gap-3 border-t border-line px-4 py-3.5 first:border-t-0"
        >
          <Avatar name={name} size="md" />
          <span className="min-w-0">
            <span className="block">
              <span className="font-semibold">{name}</span>, {ROLES[role]}
            </span>
            <span className="block text-base wrap-anywhere text-ink-2">
              {title}. {sentenceCase(whenNear(at, day))}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { WaitingRow } from "@/lib/cases/overview/types";
import { heldFor } from "@/lib/checklist/waiting/rules";
import { formatDayMonth } from "@/lib/format/dates";

/** Who holds the ball of everything open on the case, and since when, the longest waiting first. */
export function WaitingCard({ rows, today }: { rows: readonly WaitingRow[]; today: string }) {
  return (
    <Card labelledBy="waiting-on">
      <CardHeader id="waiting-on" title="Waiting on" />
      {rows.length === 0 ? (
        <CardBody className="text-ink-2">Nothing waits on anybody.</CardBody>
      ) : (
        <ul className="py-1">
          {rows.map(({ who, what, longest, since, part, href }) => (
            <li key={`${who} ${href}`} className="flex items-baseline gap-x-3 px-4 py-1.5 text-sm">
              <span className="min-w-0 flex-1">
                <span className={part === "us" ? "font-semibold" : "font-medium"}>{who}</span>
                <Link href={href} prefetch={false} className="block text-ink-2 hover:underline">
                  {what}
                  {longest !== null && `, longest: ${longest}`}
                </Link>
              </span>
              {since !== null && (
                <span className="shrink-0 text-right whitespace-nowrap">
                  {heldFor(since, today)}
                  <span className="block text-xs text-ink-2">since {formatDayMonth(since, today)}</span>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

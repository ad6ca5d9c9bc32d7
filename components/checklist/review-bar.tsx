import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import type { QueueEntry } from "@/lib/checklist/review/types";
import { daysUntil, formatDaysLeft } from "@/lib/format/dates";

/** Keys of the desk, as they stand at its foot. */
const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["A"], "accept"],
  [["1–9", "0"], "return"],
  [["Space"], "tick"],
  [["E", "X"], "agrees, contradicts"],
  [["←", "→"], "page"],
  [["J", "K"], "move"],
  [["S"], "skip"],
];

/** Where one stands in the queue of documents to review. */
export interface ReviewPlace {
  /** Where the queue was opened from. */
  back: { href: string; label: string };
  /** From 1; null where the document does not wait (any more). */
  position: number | null;
  total: number;
  previous: string | null;
  next: string | null;
  /** In which order the queue is gone through, in words. */
  order: string;
  /** The documents after this one. */
  following: readonly (QueueEntry & { href: string })[];
  today: string;
}

/** The top band: where this queue came from, how far one is, and the way to the neighbours. */
export function ReviewBar({ place }: { place: ReviewPlace }) {
  const { back, position, total, previous, next } = place;
  const share = position === null || total === 0 ? 100 : ((position - 1) / total) * 100;
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-3 border-b border-line px-4 md:px-5">
      <Button href={back.href} variant="quiet" size="sm" icon={<ArrowLeft aria-hidden />}>
        {back.label}
      </Button>
      <h1 className="text-base font-[650] max-sm:hidden">Documents to review</h1>
      <span className="text-xs text-ink-3 max-xl:hidden">{place.order}</span>
      <span className="ml-auto flex items-center gap-2">
        <svg width={120} height={6} className="max-md:hidden" aria-hidden>
          <rect width="100%" height="6" rx="3" className="fill-line" />
          <rect width={`${share}%`} height="6" rx="3" className="fill-ink-2" />
        </svg>
        <span className="text-sm font-semibold tabular-nums">
          {position === null ? `${total} waiting` : `${position} of ${total}`}
        </span>
        {previous !== null && (
          <IconButton
            href={previous}
            label="Previous document, K"
            variant="default"
            size="sm"
            icon={<ChevronLeft aria-hidden />}
          />
        )}
        {next !== null && (
          <IconButton
            href={next}
            label="Next document, J"
            variant="default"
            size="sm"
            icon={<ChevronRight aria-hidden />}
          />
        )}
      </span>
    </header>
  );
}

function DaysWords({ dueOn, today }: { dueOn: string; today: string }) {
  const left = daysUntil(dueOn, today);
  const words = left > 0 ? `${formatDaysLeft(left)} left` : formatDaysLeft(left);
  return <span className={left <= 7 ? "font-medium text-watch" : undefined}>{words}</span>;
}

/** The bottom band: what comes next, and the keys. */
export function NextUp({ place }: { place: ReviewPlace }) {
  return (
    <footer className="flex min-h-11 items-center gap-5 overflow-hidden border-t border-line px-5 text-sm whitespace-nowrap text-ink-2 max-md:hidden">
      <span className="text-ink-3">Next up</span>
      {place.following.length === 0 && <span>Nothing else waits.</span>}
      {place.following.map((entry, index) => (
        <Link
          key={entry.requirementId}
          href={entry.href}
          className={classNames("flex min-w-0 gap-2 hover:underline", index > 0 && "max-2xl:hidden")}
        >
          <b className="truncate font-semibold text-ink">{entry.title}</b>
          <span className="truncate">{entry.caseName}</span>
          {entry.dueOn !== null && <DaysWords dueOn={entry.dueOn} today={place.today} />}
        </Link>
      ))}
      <span className="ml-auto flex shrink-0 items-center gap-3">
        {KEYS.map(([keys, does]) => (
          <span key={does} className="flex items-center gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            <span className="ml-0.5">{does}</span>
          </span>
        ))}
        <span className="flex items-center gap-1">
          <Kbd>?</Kbd> all
        </span>
      </span>
    </footer>
  );
}

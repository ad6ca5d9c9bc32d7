import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "./button";

interface PaginationProps {
  /** Where the keyset goes; null at an end. */
  previousHref: string | null;
  nextHref: string | null;
  /** What is shown: `50 of 1,204 cases`. */
  summary?: string;
}

/** Previous and next by keyset: no page numbers, because they lie while rows move. */
export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  if (previousHref === null && nextHref === null && summary === undefined) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
      {summary !== undefined && <p>{summary}</p>}
      <div className="ml-auto flex gap-2">
        {previousHref !== null && (
          <Button href={previousHref} rel="prev" size="sm" icon={<ChevronLeft aria-hidden />}>
            Previous
          </Button>
        )}
        {nextHref !== null && (
          <Button href={nextHref} rel="next" size="sm">
            Next <ChevronRight aria-hidden />
          </Button>
        )}
      </div>
    </nav>
  );
}

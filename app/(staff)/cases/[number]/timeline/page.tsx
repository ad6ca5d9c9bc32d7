import { Download } from "lucide-react";
import { CaseTimelineCard } from "@/components/cases/case-timeline";
import { TimelineFilters } from "@/components/cases/timeline-filters";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadTimeline } from "@/lib/cases/timeline/loaders";

interface TimelinePageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ kind?: string | string[]; before?: string | string[] }>;
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** Everything that happened on the case: who, what, when. */
export default async function TimelinePage({ params, searchParams }: TimelinePageProps) {
  const { number } = await params;
  const asked = await searchParams;
  const { kind, timeline } = await loadTimeline(number, one(asked.kind), one(asked.before));
  const base = `/cases/${number}/timeline`;
  const kindQuery = kind === null ? "" : `kind=${kind}`;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <TimelineFilters base={base} kind={kind} />
        <a
          href={`/api/cases/${number}/timeline.csv?${kindQuery}`}
          className={buttonClass({ className: "ml-auto" })}
          download
        >
          <Download aria-hidden /> CSV
        </a>
      </div>
      {timeline.lines.length === 0 ? (
        <EmptyState title="Nothing of this kind yet">
          Each step, change, document and look at a document appears here by itself, with who and when.
        </EmptyState>
      ) : (
        <CaseTimelineCard timeline={timeline} />
      )}
      <div className="mt-3">
        <Pagination
          previousHref={asked.before === undefined ? null : `${base}?${kindQuery}`}
          nextHref={timeline.older === null ? null : `${base}?${kindQuery}&before=${timeline.older}`}
        />
      </div>
    </>
  );
}

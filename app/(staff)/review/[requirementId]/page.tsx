import type { Metadata } from "next";
import Link from "next/link";
import type { ReviewPlace } from "@/components/checklist/review-bar";
import { ReviewDesk } from "@/components/checklist/review-desk";
import { DocumentViewer } from "@/components/documents/document-viewer";
import { EmptyState } from "@/components/ui/empty-state";
import { loadReview, loadReviewQueue } from "@/lib/checklist/review/loaders";
import type { Review, ReviewQueue, ReviewVersion } from "@/lib/checklist/review/types";
import { formatTime } from "@/lib/format/dates";

interface ReviewPageProps {
  params: Promise<{ requirementId: string }>;
  searchParams: Promise<{ case?: string | string[]; version?: string | string[] }>;
}

export async function generateMetadata({ params }: ReviewPageProps): Promise<Metadata> {
  const review = await loadReview((await params).requirementId);
  return { title: `Review: ${review.title}` };
}

/** The queue as it is gone through: everything of the viewer's, or one case's. */
function placeIn(queue: ReviewQueue, review: Review, caseNumber: string | null): ReviewPlace {
  const suffix = caseNumber === null ? "" : `?case=${caseNumber}`;
  const entries = queue.entries.filter((entry) => caseNumber === null || entry.caseNumber === caseNumber);
  const index = entries.findIndex(({ requirementId }) => requirementId === review.requirementId);
  const hrefOf = (at: number) => {
    const entry = entries[at];
    return entry ? `/review/${entry.requirementId}${suffix}` : null;
  };
  return {
    back:
      caseNumber === null
        ? { href: "/", label: "Today" }
        : { href: `/cases/${caseNumber}/checklist`, label: "Checklist" },
    position: index < 0 ? null : index + 1,
    total: entries.length,
    previous: index > 0 ? hrefOf(index - 1) : null,
    next: hrefOf(index + 1),
    following: entries
      .slice(index + 1)
      .map((entry) => ({ ...entry, href: `/review/${entry.requirementId}${suffix}` })),
    today: queue.today,
  };
}

interface VersionsProps {
  review: Review;
  shown: ReviewVersion | undefined;
  here: string;
}

/** Other versions of the same document, and the passport to compare with. */
function BesideIt({ review, shown, here }: VersionsProps) {
  if (review.versions.length < 2 && review.beside.length === 0) return null;
  const link = "text-link text-center text-xs";
  return (
    <div className="flex w-full flex-col items-center gap-2 border-t border-line pt-3">
      <h2 className="text-xs font-semibold">Beside it</h2>
      {review.versions
        .filter(({ id }) => id !== shown?.id)
        .map((version) => (
          <Link key={version.id} href={`${here}version=${version.id}`} className={link}>
            Version {version.number}
            {version.state === "returned" && ", returned"}
          </Link>
        ))}
      {review.beside.map(({ title, versionId }) => (
        <Link key={versionId} href={`${here}version=${versionId}`} className={link}>
          {title}
        </Link>
      ))}
    </div>
  );
}

/** One document under review: the document on one side, what decides on the other. */
export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const { requirementId } = await params;
  const query = await searchParams;
  const caseNumber = typeof query.case === "string" ? query.case : null;
  const review = await loadReview(requirementId);
  const queue = await loadReviewQueue();
  const path = `/review/${requirementId}`;
  const here = caseNumber === null ? path : `${path}?case=${caseNumber}`;
  const [latest] = review.versions;
  const shown = review.versions.find(({ id }) => id === query.version) ?? latest;
  const passport = review.beside.find(({ versionId }) => versionId === query.version);
  const seen = passport
    ? { versionId: passport.versionId, preview: passport.preview, fileName: passport.title }
    : shown && { versionId: shown.id, preview: shown.preview, fileName: shown.fileName };
  return (
    <ReviewDesk
      review={review}
      place={placeIn(queue, review, caseNumber)}
      here={here}
      viewer={
        seen ? (
          <DocumentViewer
            key={seen.versionId}
            {...seen}
            recordedAt={formatTime(review.openedAt, review.timeZone)}
            aside={
              <BesideIt
                review={review}
                shown={passport ? undefined : shown}
                here={caseNumber === null ? `${path}?` : `${here}&`}
              />
            }
          />
        ) : (
          <EmptyState title="Nothing was sent yet">
            When a file arrives for this item, it is shown here.
          </EmptyState>
        )
      }
    />
  );
}

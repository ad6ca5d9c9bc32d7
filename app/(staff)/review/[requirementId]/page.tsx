import type { Metadata } from "next";
import Link from "next/link";
import { queueQuery, readQueueFilter } from "@/components/checklist/queue-address";
import type { ReviewPlace } from "@/components/checklist/review-bar";
import { ReviewDesk } from "@/components/checklist/review-desk";
import { DocumentViewer } from "@/components/documents/document-viewer";
import { EmptyState } from "@/components/ui/empty-state";
import { loadQueuePlace, loadReview } from "@/lib/checklist/review/loaders";
import type { QueueFilter, QueuePlace, Review, ReviewVersion } from "@/lib/checklist/review/types";
import { formatTime } from "@/lib/format/dates";

interface ReviewPageProps {
  params: Promise<{ requirementId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: ReviewPageProps): Promise<Metadata> {
  const review = await loadReview((await params).requirementId);
  return { title: `Review: ${review.title}` };
}

/** The queue as it is gone through: everything of the viewer's, or the part that the address names. */
function placeIn(place: QueuePlace, filter: QueueFilter): ReviewPlace {
  const suffix = queueQuery(filter);
  const hrefOf = (requirementId: string) => `/review/${requirementId}${suffix}`;
  const following = place.following.map((entry) => ({ ...entry, href: hrefOf(entry.requirementId) }));
  const whole = suffix === "";
  return {
    back:
      filter.caseNumber !== null
        ? { href: `/cases/${filter.caseNumber}/checklist`, label: "Checklist" }
        : whole
          ? { href: "/", label: "Today" }
          : { href: `/review${suffix}`, label: "Queue" },
    position: place.position,
    total: place.total,
    order: filter.order === "oldest" ? "waiting longest comes first" : "first to run out of time comes first",
    previous: place.previous === null ? null : hrefOf(place.previous),
    next: following[0]?.href ?? null,
    following,
    today: place.today,
  };
}

interface VersionsProps {
  review: Review;
  shown: ReviewVersion | undefined;
  /** Where a version is looked at. */
  here: (versionId: string) => string;
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
          <Link key={version.id} href={here(version.id)} className={link}>
            Version {version.number}
            {version.state === "returned" && ", returned"}
          </Link>
        ))}
      {review.beside.map(({ title, versionId }) => (
        <Link key={versionId} href={here(versionId)} className={link}>
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
  const filter = readQueueFilter(query);
  const review = await loadReview(requirementId);
  const place = await loadQueuePlace(filter, requirementId);
  const here = `/review/${requirementId}${queueQuery(filter)}`;
  const [latest] = review.versions;
  const shown = review.versions.find(({ id }) => id === query.version) ?? latest;
  const passport = review.beside.find(({ versionId }) => versionId === query.version);
  const seen = passport
    ? { versionId: passport.versionId, preview: passport.preview, fileName: passport.title }
    : shown && { versionId: shown.id, preview: shown.preview, fileName: shown.fileName };
  return (
    <ReviewDesk
      review={review}
      place={placeIn(place, filter)}
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
                here={(version) => `/review/${requirementId}${queueQuery(filter, { version })}`}
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

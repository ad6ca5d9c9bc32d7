"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CheckboxBox } from "@/components/ui/checkbox";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { Review } from "@/lib/checklist/review/types";
import { openPoints, STATE_LABELS, type ReadDates } from "@/lib/checklist/rules";
import { daysUntil, formatDate, formatDateTime, formatDaysLeft } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { ReturnReasons } from "./return-reasons";
import { ReviewFacts } from "./review-facts";
import { STATE_LOOK } from "./state-mark";
import { useReview } from "./use-review";

interface ReviewFormProps {
  review: Review;
  /** Where to go after a decision, and where this document is. */
  after: string;
  here: string;
}

function Head({ review }: { review: Review }) {
  const [latest] = review.versions;
  const { plannedOn, lastDay, today, timeZone } = review;
  const { tone, icon: Icon } = STATE_LOOK[review.state];
  const left = lastDay === null ? null : daysUntil(lastDay, today);
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone} icon={<Icon aria-hidden />}>
          {STATE_LABELS[review.state]}
        </Badge>
        {latest && (
          <span className="text-xs text-ink-3">
            Version {latest.number}, sent {formatDateTime(latest.sentAt, timeZone)} by {latest.sentBy}
          </span>
        )}
      </p>
      <h2 className="mt-2 text-[1.125rem] leading-6 font-[650]">{review.title}</h2>
      <p className="text-ink-2">
        {review.personName ?? "Whole family"}
        {review.personDetail !== null && `, ${review.personDetail}`} ·{" "}
        <Link href={`/cases/${review.caseNumber}/checklist`} className="text-link">
          {review.caseNumber}
        </Link>
      </p>
      <p className="mt-2 text-sm text-ink-2">
        Needed: {review.reason}.{plannedOn !== null && ` Planned for ${formatDate(plannedOn)}.`}
        {lastDay !== null && left !== null && (
          <>
            {" "}
            Last day {formatDate(lastDay)},{" "}
            <b className="font-semibold text-ink">
              {left > 0 ? `${formatDaysLeft(left)} left` : formatDaysLeft(left)}
            </b>
            .
          </>
        )}
      </p>
    </>
  );
}

interface PointsProps {
  points: readonly string[];
  ticked: readonly string[];
  error: string | undefined;
  onTick: (point: string, on: boolean) => void;
}

function Points({ points, ticked, error, onTick }: PointsProps) {
  return (
    <section aria-labelledby="points" className="mt-4 border-t border-line pt-4">
      <h2 id="points" className="flex items-baseline text-base font-[650]">
        Acceptance points
        <span className="ml-auto text-xs font-normal text-ink-3">
          {ticked.length} of {points.length}
        </span>
      </h2>
      <div className="mt-1">
        {points.map((point) => (
          <label
            key={point}
            className="flex min-h-7 items-start gap-2 py-0.5 text-sm max-md:min-h-11 max-md:items-center"
          >
            <CheckboxBox
              checked={ticked.includes(point)}
              onChange={(event) => onTick(point, event.target.checked)}
              className="-my-0.5"
            />
            {point}
          </label>
        ))}
      </div>
      {error !== undefined && <p className="mt-1 text-sm font-medium text-late">{error}</p>}
    </section>
  );
}

/** What still stands between the reviewer and an acceptance, in a few words. */
function openWords(review: Review, dates: ReadDates, ticked: readonly string[]): string {
  const { question } = review;
  const open = openPoints(review.points, ticked).length;
  const parts = [
    ...(question !== null && dates[question.field] === null ? [question.label.toLowerCase()] : []),
    ...(open > 0 ? [formatCount(open, "point")] : []),
  ];
  return parts.length === 0 ? "everything is confirmed" : `${parts.join(" and ")} still open`;
}

/** Evidence first: dates, points, then the decision. The dark button follows the evidence; no button is dead. */
export function ReviewForm({ review, after, here }: ReviewFormProps) {
  const [ticked, setTicked] = useState<string[]>([]);
  const [dates, setDates] = useState<ReadDates>({ issuedOn: review.issuedOn, validUntil: review.validUntil });
  const evidence = useRef<HTMLDivElement>(null);
  const { failure, pending, accept, giveBack, reopen } = useReview(review, { after, here });
  const { question } = review;
  const decided = review.state === "accepted" || review.state === "waived" || review.state === "returned";
  const complete =
    openPoints(review.points, ticked).length === 0 && (question === null || dates[question.field] !== null);

  function acceptOrLead() {
    if (complete) void accept(dates, ticked);
    else evidence.current?.querySelector<HTMLInputElement>("input:not(:checked)")?.focus();
  }
  useShortcut("a", acceptOrLead, { enabled: !decided });

  return (
    <section
      aria-label="Review"
      className="flex min-h-0 min-w-0 flex-col bg-surface max-lg:border-t max-lg:border-line lg:border-l lg:border-line"
    >
      <div ref={evidence} className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
        <Head review={review} />
        {failure && (
          <Notice tone="late" title={failure.message} live className="mt-3">
            {Object.values(failure.fieldErrors).join(" ") || undefined}
          </Notice>
        )}
        {decided ? (
          <Decided review={review} onReopen={() => void reopen()} />
        ) : (
          <>
            <ReviewFacts
              review={review}
              dates={dates}
              errors={failure?.fieldErrors ?? {}}
              onChange={setDates}
            />
            <Points
              points={review.points}
              ticked={ticked}
              error={failure?.fieldErrors.points}
              onTick={(point, on) =>
                setTicked((now) => (on ? [...now, point] : now.filter((one) => one !== point)))
              }
            />
          </>
        )}
      </div>
      {!decided && (
        <div className="border-t border-line-strong px-5 py-3">
          <Button
            variant={complete ? "primary" : "default"}
            className="w-full justify-start"
            aria-disabled={pending}
            icon={<Check aria-hidden />}
            onClick={acceptOrLead}
          >
            Accept
            <span className="ml-auto min-w-0 text-right text-xs font-normal whitespace-normal opacity-85">
              {openWords(review, dates, ticked)}
            </span>
            <Kbd inverted={complete}>A</Kbd>
          </Button>
          <ReturnReasons
            review={review}
            pending={pending}
            error={failure?.fieldErrors.message}
            onReturn={(code, message) => void giveBack(code, message)}
          />
        </div>
      )}
    </section>
  );
}

function Decided({ review, onReopen }: { review: Review; onReopen: () => void }) {
  const [latest] = review.versions;
  return (
    <div className="mt-4 flex flex-col items-start gap-3 border-t border-line pt-4">
      <p className="font-semibold">
        {review.state === "accepted" && `Accepted. ${review.validity.words}.`}
        {review.state === "returned" && "Returned; the client has been told."}
        {review.state === "waived" && "Waived: it is not asked for."}
      </p>
      {review.state === "returned" && latest?.returnReason != null && (
        <p className="text-sm text-ink-2">“{latest.returnReason}”</p>
      )}
      {review.state !== "waived" && <Button onClick={onReopen}>Decide again</Button>}
    </div>
  );
}

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
import { AcceptDespite } from "./accept-despite";
import { ComparedFacts, factsToCompare } from "./compared-facts";
import { HoldNotice } from "./hold-notice";
import { ReviewTools } from "./review-tools";
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
            Version {latest.number},{" "}
            {latest.madeFrom === null ? "sent" : `put together from ${latest.madeFrom}`}{" "}
            {formatDateTime(latest.sentAt, timeZone)} by {latest.sentBy}
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
        {review.allowed.message && (
          <>
            {" "}
            ·{" "}
            <Link
              href={`/cases/${review.caseNumber}/messages?item=${review.requirementId}`}
              className="text-link"
            >
              Ask the client about it
            </Link>
          </>
        )}
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

/** What a reviewer has found so far. */
interface Found {
  dates: ReadDates;
  ticked: readonly string[];
  agreed: readonly string[];
}

/** What still stands between the reviewer and an acceptance, in a few words; null: nothing. */
function openWords(review: Review, { dates, ticked, agreed }: Found): string | null {
  const { question } = review;
  const points = openPoints(review.points, ticked).length;
  const facts = factsToCompare(review, agreed).length;
  const parts = [
    ...(question !== null && dates[question.field] === null ? [question.label.toLowerCase()] : []),
    ...(facts > 0 ? [formatCount(facts, "fact")] : []),
    ...(points > 0 ? [formatCount(points, "point")] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(", ")} still open`;
}

interface EvidenceProps extends Found {
  review: Review;
  errors: Readonly<Record<string, string>>;
  onDates: (dates: ReadDates) => void;
  onTick: (point: string, on: boolean) => void;
  onAgree: (token: string, on: boolean) => void;
}

function Evidence({ review, errors, dates, ticked, agreed, onDates, onTick, onAgree }: EvidenceProps) {
  return (
    <>
      <ReviewFacts {...{ review, dates, errors }} onChange={onDates} />
      <ComparedFacts {...{ review, agreed, onAgree }} error={errors.agreed} />
      <Points points={review.points} ticked={ticked} error={errors.points} onTick={onTick} />
    </>
  );
}

const withOrWithout = (one: string, on: boolean) => (now: readonly string[]) =>
  on ? [...now.filter((other) => other !== one), one] : now.filter((other) => other !== one);

/** Evidence first: dates, facts, points, then the decision. The dark button follows the evidence; no button is dead. */
export function ReviewForm({ review, after, here }: ReviewFormProps) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const [dates, setDates] = useState<ReadDates>({ issuedOn: review.issuedOn, validUntil: review.validUntil });
  const [asking, setAsking] = useState(false);
  const evidence = useRef<HTMLDivElement>(null);
  const { failure, pending, colleague, takeOver, version, accept, giveBack, reopen } = useReview(review, {
    after,
    here,
  });
  const decided = review.state === "accepted" || review.state === "waived" || review.state === "returned";
  const mayDecide = !decided && colleague === null;
  const open = openWords(review, { dates, ticked, agreed });
  const contradicts = review.flags.filter(({ settled }) => settled === null);
  const acceptNow = (despite: string | null) => void accept({ ...dates, points: ticked, agreed, despite });

  function acceptOrLead() {
    if (open !== null) evidence.current?.querySelector<HTMLInputElement>("input:not(:checked)")?.focus();
    else if (contradicts.length > 0) setAsking(true);
    else acceptNow(null);
  }
  useShortcut("a", acceptOrLead, { enabled: mayDecide });

  return (
    <section
      aria-label="Review"
      className="flex min-h-0 min-w-0 flex-col bg-surface max-lg:border-t max-lg:border-line lg:border-l lg:border-line"
    >
      <div ref={evidence} className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
        <Head review={review} />
        {!decided && colleague !== null && (
          <HoldNotice {...{ colleague }} timeZone={review.timeZone} onTakeOver={takeOver} />
        )}
        {mayDecide && <ReviewTools {...{ review, version, after }} />}
        {failure && (
          <Notice tone="late" title={failure.message} live className="mt-3">
            {Object.values(failure.fieldErrors).join(" ") || undefined}
          </Notice>
        )}
        {decided && <Decided review={review} onReopen={() => void reopen()} />}
        {mayDecide && (
          <Evidence
            {...{ review, dates, ticked, agreed }}
            errors={failure?.fieldErrors ?? {}}
            onDates={setDates}
            onTick={(point, on) => setTicked(withOrWithout(point, on))}
            onAgree={(token, on) => setAgreed(withOrWithout(token, on))}
          />
        )}
      </div>
      {mayDecide && (
        <div className="border-t border-line-strong px-5 py-3">
          <Button
            variant={open === null ? "primary" : "default"}
            className="w-full justify-start"
            aria-disabled={pending}
            icon={<Check aria-hidden />}
            onClick={acceptOrLead}
          >
            Accept
            <span className="ml-auto min-w-0 text-right text-xs font-normal whitespace-normal opacity-85">
              {open ?? (contradicts.length > 0 ? "contradicts the file" : "everything is confirmed")}
            </span>
            <Kbd inverted={open === null}>A</Kbd>
          </Button>
          <AcceptDespite flags={contradicts} open={asking} onOpenChange={setAsking} onAccept={acceptNow} />
          <ReturnReasons
            {...{ review, pending }}
            error={failure?.fieldErrors.message}
            onReturn={(reason) => void giveBack(reason)}
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

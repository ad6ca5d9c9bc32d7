"use client";

import { DateField } from "@/components/ui/date-field";
import { StatusIcon } from "@/components/ui/status-icon";
import { dateFaults, lastDayOf, type ReadDates } from "@/lib/checklist/rules";
import type { Review } from "@/lib/checklist/review/types";
import { daysUntil, formatDate } from "@/lib/format/dates";

export type DateErrors = Readonly<Record<string, string>>;

/** What the typed date means for the planned day; null while there is none. */
function verdictOf(review: Review, dates: ReadDates): { tone: "ok" | "late"; words: string } | null {
  const { rule, issuedAfter, plannedOn, lastDay, today } = review;
  const typed = review.question?.field === "validUntil" ? dates.validUntil : dates.issuedOn;
  if (typed === null) return null;
  const [fault] = Object.values(dateFaults({ rule, issuedAfter }, dates, today));
  if (fault !== undefined) return { tone: "late", words: fault };
  const ends = lastDayOf(rule, dates);
  const day = plannedOn ?? lastDay;
  if (ends === null) return { tone: "ok", words: "No end date: it holds on the planned day" };
  if (day === null || ends >= day) {
    const both = plannedOn !== null && lastDay !== null && ends >= lastDay;
    return {
      tone: "ok",
      words: `Holds to ${formatDate(ends)}${both ? `, so on ${formatDate(plannedOn)} and on the last day` : ""}`,
    };
  }
  return {
    tone: "late",
    words: `Ends ${formatDate(ends)}, ${daysUntil(day, ends)} days before ${formatDate(day)}`,
  };
}

interface ReviewFactsProps {
  review: Review;
  dates: ReadDates;
  errors: DateErrors;
  onChange: (dates: ReadDates) => void;
}

/** The dates a reviewer reads off the document; each says at once what it means. */
export function ReviewFacts({ review, dates, errors, onChange }: ReviewFactsProps) {
  const { question, expectation, validityWords } = review;
  if (question === null) return null;
  const verdict = verdictOf(review, dates);
  const given = dates[question.field];
  return (
    <section aria-labelledby="facts" className="mt-4 border-t border-line pt-4">
      <h2 id="facts" className="flex items-baseline text-base font-[650]">
        Facts on the document
        <span className="ml-auto text-xs font-normal text-ink-3">
          {given === null ? "0 of 1 confirmed" : "1 of 1 confirmed"}
        </span>
      </h2>
      <div className="mt-2">
        <DateField
          name={question.field}
          label={question.label}
          layout="beside"
          entry="text"
          defaultValue={review[question.field]}
          error={errors[question.field]}
          onDateChange={(date) => onChange({ ...dates, [question.field]: date })}
        />
        <p className="mt-1 text-xs text-ink-2">{expectation ?? validityWords}</p>
        {verdict && (
          <p
            className={`mt-1 flex items-start gap-1.5 text-xs ${verdict.tone === "late" ? "text-late" : "text-ok"}`}
          >
            <StatusIcon tone={verdict.tone} size={14} className="mt-px" />
            {verdict.words}
          </p>
        )}
      </div>
    </section>
  );
}

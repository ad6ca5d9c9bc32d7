import { Notice } from "@/components/ui/notice";
import type { StandingAsOf } from "@/lib/assessment/as-of/types";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

/** On a day gone by: the score above is by the facts of now; this is the one by the facts of then. */
export function AsOfNotice({ standing }: { standing: StandingAsOf }) {
  const { day, changes, score } = standing;
  return (
    <Notice
      tone="info"
      title={`As the facts stood on ${formatDate(day)}: ${score === null ? "no score" : `CRS ${score}`}`}
    >
      <p>
        {formatCount(changes, "answer was", "answers were")} changed since. The score here is by the facts of
        now.
      </p>
    </Notice>
  );
}

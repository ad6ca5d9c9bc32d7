import type { Criterion } from "@/lib/express-entry/eligibility/criterion";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";

/** An end closer than this is said in the table too. */
const SOON_DAYS = 183;

/** `met on 3 Feb 2027`, `to 17 Mar 2027`: what the calendar alone will change; null: nothing soon. */
export function whenInWords({ metOn, lastDay }: Criterion, on: IsoDate): string | null {
  if (metOn !== undefined) return `met on ${formatDate(metOn)}`;
  if (lastDay !== undefined && lastDay < addDays(on, SOON_DAYS)) return `counts to ${formatDate(lastDay)}`;
  return null;
}

/** The engine's own sentences: what there is, what is needed, and from or until when. */
export function CriterionWords({ criterion }: { criterion: Criterion }) {
  const { verdict, figure, needs, metOn, lastDay } = criterion;
  return (
    <div>
      <p className="font-[550]">{figure}</p>
      <p className="text-ink-2">Needs: {needs}.</p>
      {metOn !== undefined && (
        <p className="text-ink-2">If nothing changes, it is met on {formatDate(metOn)}.</p>
      )}
      {metOn === undefined && verdict === "not_met" && (
        <p className="text-ink-2">Time alone does not meet it: a fact has to change.</p>
      )}
      {lastDay !== undefined && <p className="text-ink-2">Counts to {formatDate(lastDay)}.</p>}
    </div>
  );
}

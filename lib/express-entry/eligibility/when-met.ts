/**
 * When time alone meets a criterion, and until when it stays met: the facts as they are, looked at on every date on
 * which an answer can change. The same dates as the forecast's, so that both always agree.
 */
import { categoriesOn, type CategoryMembership } from "../draws/categories";
import type { CaseFacts } from "../facts";
import { changeDates } from "../forecast/change-dates";
import { addDays, addMonths, type IsoDate } from "../timing/calendar-date";
import { assessEligibility, type EligibilityAssessment } from "./assess";
import type { Criterion, EligibilityOptions, Verdict } from "./criterion";

/** How far it is looked ahead: the longest that a profile's answers are planned for. */
const MONTHS_AHEAD = 36;

export interface AheadOptions extends EligibilityOptions {
  /** How far to look; 36 by default. */
  months?: number;
}

/** What has a verdict on a date, by its id. */
type Verdicts = ReadonlyMap<string, Verdict>;

interface Turn {
  metOn?: IsoDate;
  lastDay?: IsoDate;
}

/** The first date on which what is not met is met, and the eve of the first on which what is met no longer is. */
function turns(
  now: Verdicts,
  dates: readonly IsoDate[],
  verdictsOn: (on: IsoDate) => Verdicts,
): Map<string, Turn> {
  const found = new Map<string, Turn>();
  const open = new Map(now);
  for (const date of dates) {
    if (open.size === 0) break;
    const then = verdictsOn(date);
    for (const [id, verdict] of open) {
      const met = then.get(id) === "met";
      if (met === (verdict === "met")) continue;
      found.set(id, met ? { metOn: date } : { lastDay: addDays(date, -1) });
      open.delete(id);
    }
  }
  return found;
}

function criteriaOf(eligibility: EligibilityAssessment): Criterion[] {
  return eligibility.programs.flatMap(({ criteria }) => criteria);
}

function ahead(facts: CaseFacts, on: IsoDate, { months = MONTHS_AHEAD, tables }: AheadOptions): IsoDate[] {
  return changeDates([{ from: on, facts }], on, addMonths(on, months), tables);
}

/**
 * Eligibility with, for every criterion, the date on which it will be met if nothing changes (`metOn`), or the last
 * day on which it is (`lastDay`); neither where time alone decides nothing within three years. Slower than
 * `assessEligibility` by the number of dates it looks at: for a screen, not for a pool.
 */
export function assessEligibilityAhead(
  facts: CaseFacts,
  on: IsoDate,
  options: AheadOptions = {},
): EligibilityAssessment {
  const verdictsOf = (eligibility: EligibilityAssessment) =>
    new Map(criteriaOf(eligibility).map(({ id, verdict }) => [id, verdict]));
  const now = assessEligibility(facts, on, options);
  const found = turns(verdictsOf(now), ahead(facts, on, options), (date) =>
    verdictsOf(assessEligibility(facts, date, options)),
  );
  const withDates = ({ metOn: _metOn, lastDay: _lastDay, ...criterion }: Criterion): Criterion => ({
    ...criterion,
    ...found.get(criterion.id),
  });
  return {
    ...now,
    programs: now.programs.map((program) => ({ ...program, criteria: program.criteria.map(withDates) })),
  };
}

/** Category membership with the date on which it will be met, or the last day on which it is. */
export function categoriesAhead(
  facts: CaseFacts,
  on: IsoDate,
  options: AheadOptions = {},
): (CategoryMembership & Turn)[] {
  const verdictsOf = (list: readonly CategoryMembership[]) =>
    new Map(list.map(({ category, verdict }) => [category as string, verdict]));
  const now = categoriesOn(facts, on, options);
  const found = turns(verdictsOf(now), ahead(facts, on, options), (date) =>
    verdictsOf(categoriesOn(facts, date, options)),
  );
  return now.map((membership) => ({ ...membership, ...found.get(membership.category) }));
}

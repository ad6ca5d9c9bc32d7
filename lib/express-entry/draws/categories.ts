/** In which category rounds a person competes (rules reference 3.7). Membership never changes the score. */
import type { CategoryEntry, CategoryVersion } from "../data/crs-tables";
import type { CaseFacts } from "../facts";
import { principalOf } from "../family";
import { lowestLevel } from "../language/levels";
import { validTestsOn } from "../language/valid-tests";
import { categoryVersionOn, type TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { plainHours, verdictOf, type Verdict } from "../eligibility/criterion";
import { categoryWork, continuousExperienceOn, experienceOn } from "../work/experience";
import { jobsWithinStatus } from "../work/within-status";

/** The names used for rounds, in the table's order. */
const CATEGORY_KEYS = {
  french: "french",
  healthcare: "healthcare_social",
  stem: "stem",
  trades: "trades",
  agriculture: "agriculture",
  education: "education",
  transport: "transport",
  physicians: "physicians_canadian_experience",
  senior_managers: "senior_managers_canadian_experience",
  researchers: "researchers_canadian_experience",
  military: "skilled_military_recruits",
} as const;

export type Category = keyof typeof CATEGORY_KEYS;

export const CATEGORIES = Object.keys(CATEGORY_KEYS) as Category[];

/** The keys of the categories in the tables. */
export const CATEGORY_TABLE_KEYS: readonly string[] = Object.values(CATEGORY_KEYS);

export interface CategoryMembership {
  category: Category;
  verdict: Verdict;
  figure: string;
  needs: string;
  /** Hours missing to what is asked; null where there is no listed work, or hours are not what decides. */
  hoursShort: number | null;
  /** The list it was judged by: `CBS-2026`. */
  version: string;
  confidence: string;
}

type Judgement = Pick<CategoryMembership, "verdict" | "figure" | "needs" | "hoursShort">;

function frenchMembership(facts: CaseFacts, on: IsoDate, least: number): Judgement {
  // Any test that counts will do, not only the one with the best sum.
  const levels = validTestsOn(principalOf(facts), on)
    .filter((test) => test.levels.language === "fr")
    .map((test) => lowestLevel(test.levels));
  const level = Math.max(0, ...levels);
  return {
    verdict: level >= least ? "met" : "not_met",
    figure: levels.length > 0 ? `NCLC ${level} in the lowest ability` : "No French test that counts",
    needs: `NCLC ${least} in all four abilities`,
    hoursShort: null,
  };
}

/**
 * The best listed occupation: hours in one code, unbroken under the 2025 lists, added up under the 2026 ones. Work
 * in Canada must have been authorized; students' and self-employed work counts (K).
 */
function workMembership(
  facts: CaseFacts,
  on: IsoDate,
  version: CategoryVersion,
  entry: CategoryEntry,
): Judgement {
  const jobs = jobsWithinStatus(principalOf(facts));
  const rule = (code: string) =>
    categoryWork(version.work_window_years, [code], entry.canadian_experience_required === true);
  const measure = version.work_continuous ? continuousExperienceOn : experienceOn;
  const codes = (entry.noc ?? []).filter((code) =>
    jobs.some(({ nocCode }) => nocCode === code || nocCode === null),
  );
  const best = codes
    .map((code) => ({ code, ...measure(jobs, rule(code), on) }))
    .sort((a, b) => b.hours - a.hours || b.possibleHours - a.possibleHours)[0];
  const where = entry.canadian_experience_required ? " in Canada" : "";
  const unbroken = version.work_continuous ? " without a break" : "";
  return {
    verdict: best ? verdictOf(best.hours, best.possibleHours, version.work_hours) : "not_met",
    figure:
      best && best.hours > 0
        ? `${plainHours(best.hours)} in NOC ${best.code}`
        : "No work in a listed occupation",
    needs: `${plainHours(version.work_hours)}${unbroken} in one listed occupation${where}, last three years`,
    hoursShort: best && best.hours > 0 ? Math.max(0, Math.ceil(version.work_hours - best.hours)) : null,
  };
}

export interface CategoryOptions extends TableOptions {
  /** Judge by the lists of another day: an invited person belongs to the category of the invitation (IRPA 11.2(1)(c)). */
  listsOf?: IsoDate;
}

/** Membership of every category in force on a date; none before the first list or for a retired category. */
export function categoriesOn(
  facts: CaseFacts,
  on: IsoDate,
  options: CategoryOptions = {},
): CategoryMembership[] {
  const { listsOf = on } = options;
  const version = categoryVersionOn(listsOf, options);
  if (!version) return [];
  return CATEGORIES.flatMap((category) => {
    const entry = version.categories[CATEGORY_KEYS[category]];
    if (!entry || entry.retired || (entry.effective_from ?? listsOf) > listsOf) return [];
    const head = { category, version: version.id, confidence: entry.confidence ?? version.confidence };
    if (category === "french") return [{ ...head, ...frenchMembership(facts, on, entry.clb_min ?? 0) }];
    const membership = workMembership(facts, on, version, entry);
    // The offer of the Canadian Armed Forces and the years of service are no facts of ours: work alone is no proof.
    if (category === "military" && membership.verdict === "met") {
      return [
        {
          ...head,
          ...membership,
          verdict: "unknown" as const,
          needs: `${membership.needs}, and an offer of the Canadian Armed Forces`,
        },
      ];
    }
    return [{ ...head, ...membership }];
  });
}

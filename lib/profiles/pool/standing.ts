/** Where a profile stands in the pool, now and in the months ahead. Pure. */
import { assessCrs } from "@/lib/express-entry/crs/assess";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { forecast } from "@/lib/express-entry/forecast/forecast";
import type { ForecastStep } from "@/lib/express-entry/forecast/types";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { StandingChange, StandingStep } from "./types";

/** Half a year for the radar, and a month in which the daily run need not look ahead again. */
const HORIZON_MONTHS = 7;

export interface Standing {
  score: number;
  rulesetId: string;
  superseded: boolean;
  classes: string[];
  steps: StandingStep[];
  changes: StandingChange[];
  horizon: IsoDate;
}

/** A nominee is invited as a nominee only (IRPA 10.1(1.1)). */
function classesOf({ programs, categories }: Pick<ForecastStep, "programs" | "categories">): string[] {
  return programs.includes("PNP") ? ["PNP"] : [...programs, ...categories];
}

/** Score and classes on a day and for some months from it, if no fact changes. */
export function computeStanding(
  facts: CaseFacts,
  profile: { submittedAt: Date; expiresAt: Date },
  on: IsoDate,
  tables: RuleTables,
): Standing {
  const ahead = forecast(facts, on, { tables, months: HORIZON_MONTHS, profile });
  const now = assessCrs(facts, on, { tables });
  const steps = ahead.steps.map((step) => ({
    ...{ from: step.from, to: step.to, score: step.score },
    classes: classesOf(step),
  }));
  return {
    score: now.score.total,
    rulesetId: now.ruleset.id,
    superseded: now.superseded,
    classes: steps[0]?.classes ?? [],
    steps,
    changes: ahead.changes.map(({ on: day, points, causes, pool }) => ({
      ...{ on: day, points, leavesPool: pool === "leaves_pool" },
      label: causes.map(({ label }) => label).join(", "),
    })),
    horizon: ahead.to,
  };
}

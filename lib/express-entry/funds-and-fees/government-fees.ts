/** Government fees by the instant the application is received (rules reference 6; IRPR 295, 303, 315.1). */
import type { FeeSchedule } from "../data/funds-and-fees-tables";
import type { CaseFacts } from "../facts";
import { ageOf, applicantsOn } from "../family";
import { feeScheduleAt, type TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { dateInZone, DEFAULT_ZONE, endOfDayInZone } from "../timing/zone";

/** Biometrics: from the 14th to the day before the 80th birthday (4.3, P). */
const BIOMETRICS_AGES = { from: 14, to: 79 };

export type FeeKind = "processing" | "right_of_permanent_residence" | "biometrics";

export interface FeeLine {
  kind: FeeKind;
  /** null: the biometrics of the family, when its maximum applies. */
  personId: string | null;
  cents: number;
}

export interface GovernmentFees {
  scheduleId: string;
  lines: FeeLine[];
  totalCents: number;
  source: string;
}

export interface FeeOptions extends TableOptions {
  /** The right of permanent residence fee is paid with the application (advised; it may be paid later). */
  withRprf?: boolean;
}

/** Everyone due to give biometrics pays, but a family applying together never more than the maximum (IRPR 315.1). */
function biometricsLines(schedule: FeeSchedule, personIds: readonly string[]): FeeLine[] {
  const max = schedule.biometrics_family_max;
  if (personIds.length * schedule.biometrics_person > max) {
    return [{ kind: "biometrics", personId: null, cents: max * 100 }];
  }
  return personIds.map((personId) => ({
    kind: "biometrics",
    personId,
    cents: schedule.biometrics_person * 100,
  }));
}

/**
 * The fees of an application received at `receivedAt`; only the principal and accompanying members pay. null for an
 * instant before the first known schedule. A person without a birth date is taken to give biometrics.
 */
export function governmentFees(
  facts: CaseFacts,
  receivedAt: Date,
  { withRprf = true, tables }: FeeOptions = {},
): GovernmentFees | null {
  const schedule = feeScheduleAt(receivedAt, { tables });
  if (!schedule) return null;
  const on = dateInZone(receivedAt, DEFAULT_ZONE);
  const applicants = applicantsOn(facts, on);
  const processing = {
    principal: schedule.principal_applicant,
    spouse: schedule.spouse_or_partner,
    child: schedule.dependent_child,
  };
  const lines: FeeLine[] = applicants.map(({ id, role }) => ({
    kind: "processing",
    personId: id,
    cents: processing[role] * 100,
  }));
  if (withRprf) {
    // IRPR 303(2)(a): dependent children do not pay it.
    for (const { id } of applicants.filter(({ role }) => role !== "child")) {
      lines.push({
        kind: "right_of_permanent_residence",
        personId: id,
        cents: schedule.rprf_per_adult * 100,
      });
    }
  }
  const biometrics = applicants.filter((person) => {
    const age = ageOf(person, on);
    return age === null || (age >= BIOMETRICS_AGES.from && age <= BIOMETRICS_AGES.to);
  });
  lines.push(
    ...biometricsLines(
      schedule,
      biometrics.map(({ id }) => id),
    ),
  );
  return {
    scheduleId: schedule.id,
    lines,
    totalCents: lines.reduce((sum, { cents }) => sum + cents, 0),
    source: schedule.source,
  };
}

/** The fees of an application received by the end of a day in Toronto: what to plan with. */
export function governmentFeesOn(
  facts: CaseFacts,
  on: IsoDate,
  options: FeeOptions = {},
): GovernmentFees | null {
  return governmentFees(facts, endOfDayInZone(on, DEFAULT_ZONE), options);
}

/** Entered settlement funds and government fees, in whole dollars. */
import type { FeeSchedule, SettlementFundsTable } from "../data/funds-and-fees-tables";
import {
  also,
  at,
  endsAfterBeginning,
  fault,
  HEAD_NOTES,
  matching,
  object,
  orNull,
  reading,
  record,
  whole,
  type Reading,
  sourcedHead,
} from "./checker";

/** Dollars a year's living in Canada can cost: outside that a figure is a slip of the hand. */
const livingCost = whole(1_000, 1_000_000);
const SIZES = ["1", "2", "3", "4", "5", "6", "7"] as const;

const funds = also<SettlementFundsTable>(
  object({
    required: {
      ...sourcedHead,
      amounts: record(SIZES, livingCost),
      each_additional_member_over_7: whole(100, 100_000),
    },
    ignored: [...HEAD_NOTES, "currency", "pool_profile_update_deadline"],
  }),
  endsAfterBeginning,
  ({ amounts }) =>
    SIZES.flatMap((size, index) => {
      const [own, smaller] = [amounts[size] ?? 0, amounts[SIZES[index - 1] ?? ""] ?? 0];
      return own > smaller ? [] : fault(at("amounts", size), "is no more than for a smaller family");
    }),
);

/** Reads an entered settlement-funds table (whole dollars), or says everything that is wrong with it. */
export function readFundsTable(json: unknown): Reading<SettlementFundsTable> {
  return reading(funds, json);
}

const instant = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/,
  "must be a date and time with its offset, such as 2028-04-30T09:00:00-04:00",
);
const fee = whole(0, 20_000);

const fees = also<FeeSchedule>(
  object({
    required: {
      ...sourcedHead,
      effective_from: instant,
      effective_to: orNull(instant),
      principal_applicant: whole(1, 20_000),
      spouse_or_partner: fee,
      dependent_child: fee,
      rprf_per_adult: fee,
      biometrics_person: fee,
      biometrics_family_max: fee,
    },
    ignored: [...HEAD_NOTES, "confidence_by_field", "derivation"],
  }),
  ({ effective_from, effective_to }) => {
    if (Number.isNaN(Date.parse(effective_from)))
      return fault("effective_from", "is not a date of the calendar");
    if (effective_to === null) return [];
    return Date.parse(effective_to) > Date.parse(effective_from)
      ? []
      : fault("effective_to", "comes before the first instant");
  },
  (table) =>
    table.biometrics_family_max < table.biometrics_person
      ? fault("biometrics_family_max", "is less than for one person")
      : [],
  (table) =>
    table.dependent_child > table.principal_applicant
      ? fault("dependent_child", "is more than for the principal applicant")
      : [],
);

/** Reads an entered fee schedule (whole dollars), or says everything that is wrong with it. */
export function readFeeSchedule(json: unknown): Reading<FeeSchedule> {
  return reading(fees, json);
}

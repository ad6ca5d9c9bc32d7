/** The types of `settlement-funds.json` and `fees.json`. Amounts there are whole Canadian dollars. */
import type { TableVersion } from "./crs-tables";
import feesJson from "./fees.json";
import fundsJson from "./settlement-funds.json";

export interface SettlementFundsTable extends TableVersion {
  /** Family size "1" to "7", dollars. */
  amounts: Record<string, number>;
  each_additional_member_over_7: number;
  confidence: string;
  source: string;
}

export interface FeeSchedule {
  id: string;
  /** Instant with offset: fees change at 09:00 Eastern daylight time on 30 April (IRPR 303(1.1)). */
  effective_from: string;
  effective_to: string | null;
  principal_applicant: number;
  spouse_or_partner: number;
  dependent_child: number;
  rprf_per_adult: number;
  biometrics_person: number;
  biometrics_family_max: number;
  source: string;
}

export const settlementFundsTables: readonly SettlementFundsTable[] = fundsJson.tables;
export const feeSchedules: readonly FeeSchedule[] = feesJson.schedules;

/** A single improvement that a person might make, before anybody knows what it gains. */
import type { CaseFacts, PersonFacts } from "../facts";
import type { Standing } from "../forecast/standing";
import type { Forecast } from "../forecast/types";
import type { RuleTables } from "../rule-tables";
import { addDays, type IsoDate } from "../timing/calendar-date";
import type { FactChange } from "./changes";
import type { EffortTable, ImprovementKind } from "./effort";

export interface Candidate {
  id: string;
  kind: ImprovementKind;
  /** Only one of a group can be done. */
  group: string;
  title: string;
  changes: FactChange[];
}

/** What candidates are found from. */
export interface Circumstances {
  facts: CaseFacts;
  principal: PersonFacts;
  /** Accompanying and scored on the first day; null: none. */
  partner: PersonFacts | null;
  from: IsoDate;
  now: Standing;
  asItStands: Forecast;
  effort: EffortTable;
  tables: RuleTables;
}

/** The day on which an improvement begun on the first day counts. */
export function readyOn({ from, effort }: Circumstances, kind: ImprovementKind): IsoDate {
  return addDays(from, (effort.kinds[kind].weeks ?? 0) * 7);
}

/** Where a nomination or a certificate would come from: the province they intend, and any one where none decides. */
export function likelyProvince({ facts: { family } }: Circumstances): string {
  const province = family.intendedProvince;
  return province === null || province === "QC" ? "ON" : province;
}

/** Lives in Canada, as far as the facts say. */
export function isInCanada({ statusInCanada, countryOfResidence }: PersonFacts): boolean {
  return countryOfResidence === "CA" || (statusInCanada !== null && statusInCanada !== "none");
}

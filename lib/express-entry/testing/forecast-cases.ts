/** The person of the forecast sketch, whose figures are worked out by hand beside the assertions. */
import type { CaseFacts, FamilyFacts, PersonFacts } from "../facts";
import type { IsoDate } from "../timing/calendar-date";
import type { NewPartner } from "../what-if/changes";
import { canadian, job, languageTest, single } from "./case-facts";

export const TODAY: IsoDate = "2026-11-23";

export const sketchTest = languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2025-10-18" });
export const sketchJob = job({ nocCode: "21231", from: "2024-06-03", to: null });
export const sketchDegree = canadian({ programMonths: 48, awardedOn: "2024-04-30" });

/** Somebody who is married, of whom nothing is known. */
export const unknownPartner: NewPartner = {
  birthDate: null,
  accompanying: true,
  statusInCanada: null,
  education: null,
  language: null,
  canadianWorkYears: 0,
};

/**
 * Single, 30, Canadian bachelor's degree of four years, CELPIP 9 in all four, in one job since 3 June 2024:
 * age 105 + education 120 + language 124 + two years of work 53 + transferability 25 + 25 + study in Canada 30 = 482.
 */
export function sketchPerson(
  overrides: Partial<PersonFacts> = {},
  family: Partial<FamilyFacts> = {},
): CaseFacts {
  return single(
    {
      birthDate: "1996-03-14",
      statusInCanada: "worker",
      statusExpiresOn: "2027-07-11",
      countryOfResidence: "CA",
      languageTests: [sketchTest],
      credentials: [sketchDegree],
      jobs: [sketchJob],
      ...overrides,
    },
    { settlementFunds: null, ...family },
  );
}

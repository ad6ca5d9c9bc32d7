/** The personal checklist, derived from the facts (rules reference 5, all 25 rows). */
import type { CaseFacts } from "../facts";
import type { CountryName, RequiredDocument, RequirementsContext } from "./required-document";
import { documentsForAdmissibility } from "./rules-for-admissibility";
import { documentsForClaims } from "./rules-for-claims";
import { documentsOfTheFile } from "./rules-for-the-file";
import { documentsForPeople } from "./rules-for-people";

/**
 * Every document the application needs, in slot order. The same facts and context give the same keys, so that a
 * checklist can be regenerated without losing what was already received.
 */
export function requiredDocuments(
  facts: CaseFacts,
  context: RequirementsContext,
  countryName: CountryName,
): RequiredDocument[] {
  const input = { ...context, facts, countryName };
  return [
    ...documentsForPeople(input),
    ...documentsForClaims(input),
    ...documentsForAdmissibility(input),
    ...documentsOfTheFile(input),
  ].sort((a, b) => a.order - b.order);
}

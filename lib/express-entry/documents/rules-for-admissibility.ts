/** Police certificates, medical exams and settlement funds (rules reference 5, rows 6–8b; 5.2–5.4). */
import { settlementFundsRequired } from "../eligibility/assess";
import { plainDollars } from "../eligibility/criterion";
import { familyMembersOn, familySizeOn, isCitizenOrPermanentResident, principalOf } from "../family";
import { settlementFundsOn } from "../funds-and-fees/settlement-funds";
import { documentRulesOn } from "../rule-tables";
import { plainDate, plainYears } from "../timing/plain-date";
import { requirement, type RequiredDocument, type RequirementsInput } from "./required-document";
import { policeNoteOf } from "./police-notes";
import { policeCountries, type PoliceCountry } from "./residence";
import { isAdult } from "./rules-for-people";

function policeReason({ current, from, to }: PoliceCountry): string {
  if (from === null) return "Lives there now";
  return current ? `Lives there ${plainYears(from, null)}` : `Lived there ${plainYears(from, to)}`;
}

/** Everyone of 18 and over in the family, coming along or not, who is not a citizen or permanent resident (row 6). */
function police(input: RequirementsInput): RequiredDocument[] {
  return familyMembersOn(input.facts, input.plannedSubmission)
    .filter((person) => isAdult(person, input) && !isCitizenOrPermanentResident(person))
    .flatMap((person) =>
      policeCountries(person, input.plannedSubmission, input).map((stay) => {
        const note = policeNoteOf(stay.country);
        const after =
          stay.current || stay.to === null
            ? []
            : [`Issued after ${plainDate(stay.to)}, when the last stay ended`];
        return requirement(input, {
          kind: "police",
          person,
          subject: stay.country,
          country: stay.country,
          title: `Police certificate, ${input.countryName(stay.country)}`,
          reason: policeReason(stay),
          rule: stay.current ? "police_current_country" : "police_after_last_stay",
          extraPoints: [...after, ...(note === null ? [] : [note.words])],
        });
      }),
    );
}

/** Applications from 21 August 2025 on come with the exam done (row 7, M). */
function medicals(input: RequirementsInput): RequiredDocument[] {
  if (!documentRulesOn(input.plannedSubmission, input).upfront_medical) return [];
  return familyMembersOn(input.facts, input.plannedSubmission)
    .filter((person) => !isCitizenOrPermanentResident(person))
    .map((person) =>
      requirement(input, {
        kind: "medical",
        person,
        title: "Upfront medical exam",
        reason: person.accompanying
          ? "Every member is examined"
          : "Every member is examined, coming along or not",
        rule: "medical_twelve_months",
      }),
    );
}

function funds(input: RequirementsInput): RequiredDocument {
  const { facts, on, invitationClass, plannedSubmission } = input;
  const principal = principalOf(facts);
  const { required, reason } = settlementFundsRequired(facts, on, invitationClass, input);
  if (!required) {
    return requirement(input, {
      kind: "funds_exemption",
      person: principal,
      title: "Letter: no proof of funds needed",
      reason: `No funds needed: ${reason}`,
    });
  }
  const size = familySizeOn(facts, plannedSubmission);
  const needed = settlementFundsOn(plannedSubmission, size, input);
  const people = size === 1 ? "one person" : `a family of ${size}`;
  return requirement(input, {
    kind: "funds",
    person: principal,
    title: "Proof of settlement funds",
    reason: needed ? `${plainDollars(needed.cents)} needed for ${people}` : `Needed for ${people}`,
    extraPoints: needed?.warning ? [needed.warning] : [],
  });
}

/** Security, health and money. */
export function documentsForAdmissibility(input: RequirementsInput): RequiredDocument[] {
  return [...police(input), ...medicals(input), funds(input)];
}

/** Who is who in a case, on a date (rules reference 0.4, 1.1, 5.3; IRPR 1(3), 2, 25.1). */
import type { CaseFacts, PersonFacts } from "./facts";
import { addYears, ageOn, type IsoDate } from "./timing/calendar-date";

/** The one principal. Throws where the facts have none: every case is created with one. */
export function principalOf(facts: CaseFacts): PersonFacts {
  const principal = facts.people.find(({ role }) => role === "principal");
  if (!principal) throw new RangeError("the facts name no principal applicant");
  return principal;
}

/**
 * The spouse or common-law partner on a date: married, or cohabiting for at least a year (IRPR 1(1)). Nobody where
 * the principal is separated, divorced, widowed or single; with the status not asked, the person entered counts.
 */
export function partnerOn(facts: CaseFacts, on: IsoDate): PersonFacts | null {
  const spouse = facts.people.find(({ role }) => role === "spouse");
  if (!spouse) return null;
  const { maritalStatus, unionSince } = principalOf(facts);
  if (maritalStatus === "married") return unionSince !== null && unionSince > on ? null : spouse;
  if (maritalStatus === "common_law") {
    return unionSince !== null && addYears(unionSince, 1) > on ? null : spouse;
  }
  return maritalStatus === null ? spouse : null;
}

export function isCitizenOrPermanentResident({ statusInCanada }: PersonFacts): boolean {
  return statusInCanada === "citizen" || statusInCanada === "permanent_resident";
}

/**
 * The partner who puts the principal in the with-spouse column and earns points: accompanying, and neither a citizen
 * nor a permanent resident (MI s. 1, rules reference 1.1). A status not asked counts as neither.
 */
export function scoredPartnerOn(facts: CaseFacts, on: IsoDate): PersonFacts | null {
  const partner = partnerOn(facts, on);
  return partner && partner.accompanying && !isCitizenOrPermanentResident(partner) ? partner : null;
}

/**
 * IRPR 2 on the lock-in date (25.1): under 22 and not a spouse or partner, or 22 and over and dependent because of
 * a condition since before 22. A child without a birth date is counted until it is known.
 */
export function isDependentChild(child: PersonFacts, lockIn: IsoDate): boolean {
  if (child.role !== "child") return false;
  if (child.dependentByCondition) return true;
  const partnered = child.maritalStatus === "married" || child.maritalStatus === "common_law";
  return !partnered && (child.birthDate === null || ageOn(child.birthDate, lockIn) < 22);
}

/**
 * The dependent children for an application made on `applied`, their age being fixed on that day (IRPR 25.1(1)).
 * For a nominee it is fixed on the day of the application to the province (25.1(4)): pass that day.
 */
export function dependentChildrenOn(facts: CaseFacts, applied: IsoDate): PersonFacts[] {
  return facts.people.filter((person) => isDependentChild(person, applied));
}

/** Principal, partner and dependent children: everyone whom the application must name, coming along or not. */
export function familyMembersOn(facts: CaseFacts, on: IsoDate): PersonFacts[] {
  const partner = partnerOn(facts, on);
  const separated = principalOf(facts).maritalStatus === "separated";
  return facts.people.filter(
    (person) =>
      person.role === "principal" ||
      person === partner ||
      // A separated spouse is still a spouse: declared and examined, though never scored (K).
      (person.role === "spouse" && separated) ||
      isDependentChild(person, on),
  );
}

/** The members who apply for permanent residence: accompanying, and not already citizens or residents. */
export function applicantsOn(facts: CaseFacts, on: IsoDate): PersonFacts[] {
  return familyMembersOn(facts, on).filter(
    (person) => person.role === "principal" || (person.accompanying && !isCitizenOrPermanentResident(person)),
  );
}

/** Principal, partner and dependent children, accompanying or not, citizens and residents included (5.3, M). */
export function familySizeOn(facts: CaseFacts, on: IsoDate): number {
  return familyMembersOn(facts, on).length;
}

/** Age on a date, or null while the birth date is not known. */
export function ageOf({ birthDate }: PersonFacts, on: IsoDate): number | null {
  return birthDate === null ? null : ageOn(birthDate, on);
}

/** Documents about each person and the family (rules reference 5, rows 1, 9–16, 22, 23). */
import type { PersonFacts } from "../facts";
import {
  ageOf,
  applicantsOn,
  dependentChildrenOn,
  familyMembersOn,
  isCitizenOrPermanentResident,
  partnerOn,
  principalOf,
} from "../family";
import { documentRulesOn } from "../rule-tables";
import { plainDate } from "../timing/plain-date";
import { requirement, type RequiredDocument, type RequirementsInput } from "./required-document";
import { passportRenewBefore } from "./validity";

const ADULT = 18;

/** 18 or over on the planned submission; without a birth date, as the role suggests. */
export function isAdult(person: PersonFacts, { plannedSubmission }: RequirementsInput): boolean {
  const age = ageOf(person, plannedSubmission);
  return age === null ? person.role !== "child" : age >= ADULT;
}

function passports(input: RequirementsInput): RequiredDocument[] {
  return applicantsOn(input.facts, input.plannedSubmission).map((person) => {
    const expiresOn = person.passport?.expiresOn ?? null;
    const soon =
      expiresOn !== null &&
      passportRenewBefore(expiresOn, documentRulesOn(input.plannedSubmission, input)) <
        input.plannedSubmission;
    return requirement(input, {
      kind: "passport",
      person,
      title: "Passport",
      reason: soon
        ? `Everyone who applies needs one; this one ends ${plainDate(expiresOn)}: renew it`
        : "Everyone who applies needs one",
      rule: "until_expiry",
      lastDay: expiresOn,
    });
  });
}

function photos(input: RequirementsInput): RequiredDocument[] {
  return applicantsOn(input.facts, input.plannedSubmission).map((person) =>
    requirement(input, {
      kind: "photo",
      person,
      title: "Digital photo",
      reason: "Everyone who applies needs one",
      rule: "photo_six_months",
    }),
  );
}

/** Row 10: asked of each dependent child, advisable for everybody else who applies. */
function advisableBirthCertificates(input: RequirementsInput): RequiredDocument[] {
  return applicantsOn(input.facts, input.plannedSubmission)
    .filter(({ role }) => role !== "child")
    .map((person) =>
      requirement(input, {
        kind: "birth_certificate",
        person,
        title: "Birth certificate",
        reason: "Not asked for, but it spares questions",
        required: false,
      }),
    );
}

function union(input: RequirementsInput): RequiredDocument[] {
  const principal = principalOf(input.facts);
  const partner = partnerOn(input.facts, input.plannedSubmission);
  const documents: RequiredDocument[] = [];
  if (principal.maritalStatus === "married") {
    documents.push(
      requirement(input, {
        kind: "marriage_certificate",
        person: principal,
        title: "Marriage certificate",
        reason: "Married",
      }),
    );
  }
  if (principal.maritalStatus === "common_law") {
    const since = principal.unionSince ? ` since ${plainDate(principal.unionSince)}` : "";
    const common = { person: principal, reason: `Common-law union${since}` };
    documents.push(
      requirement(input, {
        ...common,
        kind: "imm5409",
        title: "IMM 5409, declaration of common-law union",
      }),
      requirement(input, { ...common, kind: "cohabitation", title: "Proof of twelve months together" }),
    );
  }
  for (const person of partner ? [principal, partner] : [principal]) {
    const reason = endedUnion(person);
    if (reason === null) continue;
    const title = "Divorce, annulment or death certificate";
    documents.push(requirement(input, { kind: "end_of_union", person, title, reason }));
  }
  return documents;
}

function endedUnion({ maritalStatus, earlierUnionEnded }: PersonFacts): string | null {
  if (maritalStatus === "divorced") return "Divorced";
  if (maritalStatus === "annulled") return "Marriage annulled";
  if (maritalStatus === "widowed") return "Widowed";
  return earlierUnionEnded === true ? "An earlier marriage or union ended" : null;
}

/** Row 15: the other parent of a minor child stays behind, or is not in the file at all. */
function absentParent(child: PersonFacts, input: RequirementsInput): string | null {
  if (!child.accompanying || isAdult(child, input)) return null;
  if (child.adoptedOrSharedCustody) return "Comes along while another parent has custody too";
  const partner = partnerOn(input.facts, input.plannedSubmission);
  if (partner === null) return "Comes along with one parent";
  return partner.accompanying ? null : "Comes along without the other parent";
}

function children(input: RequirementsInput): RequiredDocument[] {
  return dependentChildrenOn(input.facts, input.plannedSubmission).flatMap((child) => {
    const documents = [
      requirement(input, {
        kind: "birth_certificate",
        person: child,
        title: "Birth certificate",
        reason: "Dependent child",
      }),
    ];
    if (child.adoptedOrSharedCustody) {
      documents.push(
        requirement(input, {
          kind: "custody",
          person: child,
          title: "Adoption or custody papers",
          reason: "Adopted, or custody is shared",
        }),
      );
    }
    const absent = absentParent(child, input);
    if (absent !== null) {
      documents.push(
        requirement(input, {
          kind: "imm5604",
          person: child,
          title: "IMM 5604, declaration from the other parent",
          reason: absent,
        }),
      );
    }
    const age = ageOf(child, input.plannedSubmission);
    if (child.dependentByCondition && age !== null && age >= 22) {
      documents.push(
        requirement(input, {
          kind: "dependent_over_22",
          person: child,
          title: "Proof of dependency, 22 or over",
          reason: `${age} years old and dependent because of a condition`,
        }),
      );
    }
    return documents;
  });
}

/** One form for the principal and one for each adult dependant, who are examined coming along or not (row 16, P). */
function representation(input: RequirementsInput): RequiredDocument[] {
  return familyMembersOn(input.facts, input.plannedSubmission)
    .filter((person) => isAdult(person, input) && !isCitizenOrPermanentResident(person))
    .map((person) =>
      requirement(input, {
        kind: "imm5476",
        person,
        title: "IMM 5476, use of a representative",
        reason: "We represent you",
      }),
    );
}

/** Whoever is examined is examined under every name (row 22). */
function names(input: RequirementsInput): RequiredDocument[] {
  return familyMembersOn(input.facts, input.plannedSubmission).flatMap((person) => {
    const other = person.otherNames?.trim();
    if (!other) return [];
    const draft = {
      kind: "name_change" as const,
      person,
      title: "Proof of name change",
      reason: `Also known as ${other}`,
    };
    return [requirement(input, draft)];
  });
}

/** Everything about people and family. */
export function documentsForPeople(input: RequirementsInput): RequiredDocument[] {
  return [
    ...passports(input),
    ...photos(input),
    ...union(input),
    ...children(input),
    ...advisableBirthCertificates(input),
    ...representation(input),
    ...names(input),
  ];
}

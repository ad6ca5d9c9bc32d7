/** Who the person is: details, passport, family (IMM 0008, IMM 5406). Pure. */
import type { MaritalStatus, PersonFacts, StatusInCanada } from "@/lib/express-entry/facts";
import { countryName } from "@/lib/format/countries";
import { entry, yesNo, type Asked } from "./entries";
import type { FormSection, Mend } from "./types";

/** The wording of the form's own lists. */
const MARITAL: Readonly<Record<MaritalStatus, string>> = {
  single: "Single",
  married: "Married",
  common_law: "Common-law",
  separated: "Legally separated",
  divorced: "Divorced",
  widowed: "Widowed",
  annulled: "Annulled marriage",
};

const STATUS: Readonly<Record<StatusInCanada, string>> = {
  none: "Not in Canada",
  visitor: "Visitor",
  student: "Student",
  worker: "Worker",
  protected_person: "Protected person",
  permanent_resident: "Permanent resident",
  citizen: "Citizen",
};

export const RELATIONS = {
  principal: "Principal applicant",
  spouse: "Spouse or common-law partner",
  child: "Child",
} as const;

/** The status in the country of residence; at home a citizen, elsewhere abroad the facts do not say. */
function statusThere({ countryOfResidence, citizenship, statusInCanada }: PersonFacts): string | null {
  if (countryOfResidence === "CA") return statusInCanada && STATUS[statusInCanada];
  return countryOfResidence !== null && countryOfResidence === citizenship ? "Citizen" : null;
}

export function personalDetails({ person }: Asked): FormSection {
  const edit: Mend = { kind: "edit", what: "person", id: person.id };
  const { statusInCanada, statusExpiresOn, maritalStatus } = person;
  const hasStatus =
    person.countryOfResidence === "CA" && statusInCanada !== null && statusInCanada !== "none";
  return {
    id: "personal",
    title: "Personal details",
    asks: "As in the passport",
    entries: [
      entry(
        "names",
        {
          "Family name": person.familyName,
          "Given names": person.givenName,
          "Other names used": person.otherNames ?? "None",
          "Date of birth": person.birthDate,
          "Country of citizenship": person.citizenship && countryName(person.citizenship),
          "Country of residence": person.countryOfResidence && countryName(person.countryOfResidence),
          "Immigration status there": statusThere(person),
          ...(hasStatus ? { "Status valid until": statusExpiresOn ?? "No end" } : {}),
          ...(person.role === "child"
            ? {}
            : {
                "Marital status": maritalStatus && MARITAL[maritalStatus],
                ...(maritalStatus === "married" || maritalStatus === "common_law"
                  ? { "Date of the marriage or union": person.unionSince }
                  : {}),
                "Previously married or in a union": yesNo(person.earlierUnionEnded),
              }),
        },
        edit,
      ),
    ],
    none: { words: "", mend: null },
  };
}

export function passport({ person }: Asked): FormSection {
  const edit: Mend = { kind: "edit", what: "person", id: person.id };
  const { passport: held } = person;
  return {
    id: "passport",
    title: "Passport",
    asks: "The one the person will travel with",
    entries:
      held === null
        ? []
        : [
            entry(
              "passport",
              {
                "Passport number": held.number,
                "Country of issue": countryName(held.country),
                "Expiry date": held.expiresOn,
              },
              edit,
            ),
          ],
    none: { words: "No passport is entered.", mend: edit },
  };
}

/** Everybody but the person themselves: the form asks each applicant for their family. */
export function family({ facts, person }: Asked): FormSection {
  return {
    id: "family",
    title: "Family",
    asks: "Every member, coming along or not",
    entries: facts.people
      .filter(({ id }) => id !== person.id)
      .map((member) =>
        entry(
          member.id,
          {
            "Family name": member.familyName,
            "Given names": member.givenName,
            Relationship: RELATIONS[member.role],
            "Date of birth": member.birthDate,
            "Country of citizenship": member.citizenship && countryName(member.citizenship),
            "Marital status": member.maritalStatus && MARITAL[member.maritalStatus],
            "Accompanies to Canada": yesNo(member.accompanying),
          },
          { kind: "edit", what: "person", id: member.id },
        ),
      ),
    none: { words: "No other member of the family is in the file.", mend: null },
  };
}

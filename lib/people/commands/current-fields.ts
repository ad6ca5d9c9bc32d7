import "server-only";
import type {
  Address,
  Credential,
  FamilyFacts,
  Job,
  LanguageTest,
  PersonFacts,
} from "@/lib/express-entry/facts";
import type {
  AddressFields,
  CredentialFields,
  FamilyInput,
  JobFields,
  LanguageTestFields,
  PersonFields,
} from "../schemas";
import type { FamilyPart } from "../types";

/** What a person's row says now, in the fields of its form. */
export function personFieldsOf(person: PersonFacts): PersonFields {
  const { passport } = person;
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    birthDate: person.birthDate,
    accompanying: person.accompanying,
    statusInCanada: person.statusInCanada,
    statusExpiresOn: person.statusExpiresOn,
    countryOfResidence: person.countryOfResidence,
    citizenship: person.citizenship,
    passportNumber: passport?.number ?? null,
    passportCountry: passport?.country ?? null,
    passportExpiresOn: passport?.expiresOn ?? null,
    maritalStatus: person.maritalStatus,
    unionSince: person.unionSince,
    earlierUnionEnded: person.earlierUnionEnded,
    otherNames: person.otherNames,
    dependentByCondition: person.dependentByCondition,
    adoptedOrSharedCustody: person.adoptedOrSharedCustody,
  };
}

export function addressFieldsOf({ id: _id, from, to, ...rest }: Address): AddressFields {
  return { ...rest, fromDate: from, toDate: to };
}

export function jobFieldsOf({ id: _id, from, to, ...rest }: Job): JobFields {
  return { ...rest, fromDate: from, toDate: to };
}

export function languageTestFieldsOf({ id: _id, scores, ...rest }: LanguageTest): LanguageTestFields {
  return { ...rest, ...scores };
}

export function credentialFieldsOf({
  id: _id,
  from,
  eca,
  ...rest
}: Credential): Record<keyof CredentialFields, unknown> {
  return {
    ...rest,
    fromDate: from,
    ecaBody: eca?.body ?? null,
    ecaIssuedOn: eca?.issuedOn ?? null,
    ecaReference: eca?.reference ?? null,
  };
}

/** What one part of the family's facts says now, in the fields of its form. */
export function familyFieldsOf(
  family: FamilyFacts,
  part: FamilyPart,
): Partial<Record<keyof FamilyInput, unknown>> {
  switch (part) {
    case "place":
      return { intendedProvince: family.intendedProvince };
    case "funds":
      return {
        fundsDollars: family.settlementFunds ? family.settlementFunds.cents / 100 : null,
        fundsAsOf: family.settlementFunds?.asOf ?? null,
      };
    case "relatives":
      return { siblingInCanada: family.siblingInCanada, relativeInCanada: family.relativeInCanada };
    case "offer":
      return { ...family.jobOffer };
    case "certificate":
      return { ...family.certificateOfQualification };
    case "nomination":
      return { ...family.nomination };
  }
}

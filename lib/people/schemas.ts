/** Inputs of the commands that change facts. What depends on today or on other facts is in rules.ts. */
import { z } from "zod";
import {
  checkbox,
  choice,
  countryField,
  isoDate,
  number,
  optionalChoice,
  optionalCountry,
  optionalDate,
  optionalInteger,
  optionalNoc,
  optionalText,
  requiredText,
  rowIdField,
  versionField,
  yesNoUnknown,
} from "@/lib/command/fields";
import {
  ARRANGED_EMPLOYMENTS,
  CREDENTIAL_LEVELS,
  LANGUAGE_TEST_KINDS,
  MARITAL_STATUSES,
  PROVINCES,
  STATUSES_IN_CANADA,
} from "@/lib/express-entry/facts";

/** Control characters have no place in a name, and PostgreSQL refuses one of them. */
const plain = (text: string | null) => text === null || !/\p{Cc}/u.test(text);
const INVISIBLE = { error: "This holds an invisible character. Type it again by hand." };

const line = (what: string, max = 120) => requiredText(what, max).refine(plain, INVISIBLE);
const optionalLine = (max = 120) => optionalText(max).refine(plain, INVISIBLE);

const onCase = { caseId: rowIdField() };
const onPerson = { ...onCase, personId: rowIdField() };
const onRow = { ...onCase, id: rowIdField(), version: versionField() };

const personFields = {
  givenName: optionalLine(80).transform((name) => name ?? ""),
  familyName: line("the family name, as in the passport", 80),
  birthDate: optionalDate(),
  accompanying: checkbox(),
  statusInCanada: optionalChoice("a status", STATUSES_IN_CANADA),
  statusExpiresOn: optionalDate(),
  countryOfResidence: optionalCountry(),
  citizenship: optionalCountry(),
  passportNumber: optionalLine(30),
  passportCountry: optionalCountry(),
  passportExpiresOn: optionalDate(),
  maritalStatus: optionalChoice("a marital status", MARITAL_STATUSES),
  unionSince: optionalDate(),
  earlierUnionEnded: yesNoUnknown(),
  otherNames: optionalLine(200),
  dependentByCondition: checkbox(),
  adoptedOrSharedCustody: checkbox(),
};

/** The principal comes with the case, so only others are added. */
export const addPersonInput = z.object({
  ...onCase,
  role: choice("who this is", ["spouse", "child"]),
  ...personFields,
});
export const changePersonInput = z.object({ ...onRow, ...personFields });
export const removeFactInput = z.object(onRow);

const addressFields = {
  country: countryField(),
  city: optionalLine(),
  fromDate: isoDate(),
  toDate: optionalDate(),
};
export const addAddressInput = z.object({ ...onPerson, ...addressFields });
export const changeAddressInput = z.object({ ...onRow, ...addressFields });

const jobFields = {
  employer: line("the employer"),
  title: line("the job title"),
  nocCode: optionalNoc(),
  country: countryField(),
  city: optionalLine(),
  hoursPerWeek: number("the hours a week"),
  fromDate: isoDate(),
  toDate: optionalDate(),
  paid: checkbox(),
  selfEmployed: checkbox(),
  authorized: yesNoUnknown(),
  duringFullTimeStudy: yesNoUnknown(),
};
export const addJobInput = z.object({ ...onPerson, ...jobFields });
export const changeJobInput = z.object({ ...onRow, ...jobFields });

const languageTestFields = {
  kind: choice("the test", LANGUAGE_TEST_KINDS),
  takenOn: isoDate(),
  resultOn: optionalDate(),
  listening: number("the listening score"),
  reading: number("the reading score"),
  writing: number("the writing score"),
  speaking: number("the speaking score"),
  reportNumber: optionalLine(40),
};
export const addLanguageTestInput = z.object({ ...onPerson, ...languageTestFields });
export const changeLanguageTestInput = z.object({ ...onRow, ...languageTestFields });

const credentialFields = {
  level: choice("the level", CREDENTIAL_LEVELS),
  field: optionalLine(),
  institution: line("the school or university"),
  country: countryField(),
  programMonths: optionalInteger("the length in months"),
  fromDate: optionalDate(),
  awardedOn: optionalDate(),
  fullTime: checkbox(),
  distanceLearning: checkbox(),
  ecaBody: optionalLine(80),
  ecaIssuedOn: optionalDate(),
  ecaReference: optionalLine(60),
};
export const addCredentialInput = z.object({ ...onPerson, ...credentialFields });
export const changeCredentialInput = z.object({ ...onRow, ...credentialFields });

const optionalAmount = z.preprocess(
  (value) => {
    if (typeof value !== "string") return value ?? null;
    const text = value.trim().replace(/[\s,$]/g, "");
    return text === "" ? null : Number(text);
  },
  z.number({ error: "Enter the amount in dollars, such as 24,500." }).nullable(),
);

/** One part of the family's facts at a time; fields of the other parts are not read. */
export const changeFamilyFactsInput = z.object({
  ...onCase,
  version: versionField(),
  part: choice("a part", ["place", "funds", "relatives", "offer", "certificate", "nomination"]),
  intendedProvince: optionalChoice("a province", PROVINCES),
  fundsDollars: optionalAmount,
  fundsAsOf: optionalDate(),
  siblingInCanada: yesNoUnknown(),
  relativeInCanada: yesNoUnknown(),
  employer: optionalLine(),
  nocCode: optionalNoc(),
  arrangedEmployment: optionalChoice("a situation", ARRANGED_EMPLOYMENTS),
  fullTime: checkbox(),
  oneYearAfterVisa: checkbox(),
  province: optionalChoice("a province", PROVINCES),
  issuedOn: optionalDate(),
  expiresOn: optionalDate(),
  enhanced: checkbox(),
  confirmedOn: optionalDate(),
  acceptedOn: optionalDate(),
  certificateNumber: optionalLine(40),
});

export type PersonFields = Omit<z.output<typeof changePersonInput>, "caseId" | "id" | "version">;
export type AddressFields = Omit<z.output<typeof changeAddressInput>, "caseId" | "id" | "version">;
export type JobFields = Omit<z.output<typeof changeJobInput>, "caseId" | "id" | "version">;
export type LanguageTestFields = Omit<z.output<typeof changeLanguageTestInput>, "caseId" | "id" | "version">;
export type CredentialFields = Omit<z.output<typeof changeCredentialInput>, "caseId" | "id" | "version">;
export type FamilyInput = z.output<typeof changeFamilyFactsInput>;

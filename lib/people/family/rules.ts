/** The family's facts, part by part: what a part sets, and what is wrong with it. */
import type {
  CertificateOfQualification,
  FamilyFacts,
  JobOffer,
  Nomination,
} from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FamilyInput } from "../schemas";
import type { FamilyPart, FieldFaults } from "../types";

/** The columns of one part; the others are left alone. */
export interface FamilyPatch {
  intendedProvince?: string | null;
  fundsCents?: number | null;
  fundsAsOf?: IsoDate | null;
  siblingInCanada?: boolean | null;
  relativeInCanada?: boolean | null;
  jobOffer?: JobOffer | null;
  certificateOfQualification?: CertificateOfQualification | null;
  nomination?: Nomination | null;
}

/** The largest balance that is not a slip: ten million dollars. */
const MOST_DOLLARS = 10_000_000;

const need = (faulty: boolean, field: string, message: string): FieldFaults =>
  faulty ? { [field]: message } : {};

function fundsFaults({ fundsDollars: dollars, fundsAsOf }: FamilyInput, today: IsoDate): FieldFaults {
  return {
    ...need(dollars !== null && fundsAsOf === null, "fundsAsOf", "Enter the day of the balance."),
    ...need(
      dollars === null && fundsAsOf !== null,
      "fundsDollars",
      "Enter the amount, or leave the day empty too.",
    ),
    ...need(dollars !== null && dollars < 0, "fundsDollars", "Funds cannot be less than nothing."),
    ...need(
      dollars !== null && dollars > MOST_DOLLARS,
      "fundsDollars",
      "Check the amount: it is in dollars, not cents.",
    ),
    ...need(
      fundsAsOf !== null && fundsAsOf > today,
      "fundsAsOf",
      "The day of a balance cannot be in the future.",
    ),
  };
}

function hasOffer({ employer, nocCode, arrangedEmployment }: FamilyInput): boolean {
  return employer !== null || nocCode !== null || arrangedEmployment !== null;
}

function offerFaults(input: FamilyInput): FieldFaults {
  if (!hasOffer(input)) return {};
  return {
    ...need(input.employer === null, "employer", "Enter the employer who makes the offer."),
    ...need(input.nocCode === null, "nocCode", "Choose the occupation of the offer."),
  };
}

function hasCertificate({ nocCode, province, issuedOn, expiresOn }: FamilyInput): boolean {
  return nocCode !== null || province !== null || issuedOn !== null || expiresOn !== null;
}

function certificateFaults(input: FamilyInput, today: IsoDate): FieldFaults {
  if (!hasCertificate(input)) return {};
  const { issuedOn, expiresOn } = input;
  return {
    ...need(input.nocCode === null, "nocCode", "Choose the trade of the certificate."),
    ...need(input.province === null, "province", "Choose the province that issued it."),
    ...need(issuedOn === null, "issuedOn", "Enter the date of issue."),
    ...need(
      issuedOn !== null && issuedOn > today,
      "issuedOn",
      "A certificate cannot be issued in the future.",
    ),
    ...need(
      issuedOn !== null && expiresOn !== null && expiresOn < issuedOn,
      "expiresOn",
      "It cannot expire before it is issued.",
    ),
  };
}

function hasNomination(input: FamilyInput): boolean {
  const { province, confirmedOn, acceptedOn, certificateNumber, expiresOn } = input;
  return [province, confirmedOn, acceptedOn, certificateNumber, expiresOn].some((field) => field !== null);
}

function nominationFaults(input: FamilyInput, today: IsoDate): FieldFaults {
  if (!hasNomination(input)) return {};
  const { province, confirmedOn, acceptedOn, expiresOn } = input;
  return {
    ...need(province === null, "province", "Choose the province that nominates."),
    ...need(province === "QC", "province", "Quebec selects its own immigrants: it nominates nobody."),
    ...need(confirmedOn === null, "confirmedOn", "Enter the day the province confirmed it."),
    ...need(
      confirmedOn !== null && confirmedOn > today,
      "confirmedOn",
      "A nomination cannot be confirmed in the future.",
    ),
    ...need(
      acceptedOn !== null && acceptedOn > today,
      "acceptedOn",
      "A nomination cannot be accepted in the future.",
    ),
    ...need(
      acceptedOn !== null && confirmedOn !== null && acceptedOn < confirmedOn,
      "acceptedOn",
      "It cannot be accepted before the province confirms it.",
    ),
    ...need(
      expiresOn !== null && confirmedOn !== null && expiresOn < confirmedOn,
      "expiresOn",
      "It cannot expire before it is confirmed.",
    ),
  };
}

/** What is wrong with the part that is being changed. */
export function familyFaults(input: FamilyInput, today: IsoDate): FieldFaults {
  switch (input.part) {
    case "funds":
      return fundsFaults(input, today);
    case "offer":
      return offerFaults(input);
    case "certificate":
      return certificateFaults(input, today);
    case "nomination":
      return nominationFaults(input, today);
    case "place":
    case "relatives":
      return {};
  }
}

function offerOf(input: FamilyInput): JobOffer | null {
  const { employer, nocCode, arrangedEmployment, fullTime, oneYearAfterVisa } = input;
  if (employer === null || nocCode === null) return null;
  return { employer, nocCode, arrangedEmployment, fullTime, oneYearAfterVisa };
}

function certificateOf({
  nocCode,
  province,
  issuedOn,
  expiresOn,
}: FamilyInput): CertificateOfQualification | null {
  if (nocCode === null || province === null || issuedOn === null) return null;
  return { nocCode, province, issuedOn, expiresOn };
}

function nominationOf(input: FamilyInput): Nomination | null {
  const { province, enhanced, confirmedOn, acceptedOn, certificateNumber, expiresOn } = input;
  if (province === null || confirmedOn === null) return null;
  return { province, enhanced, confirmedOn, acceptedOn, certificateNumber, expiresOn };
}

/** The columns that the part sets. An empty offer, certificate or nomination is none. */
export function familyPatch(input: FamilyInput): FamilyPatch {
  switch (input.part) {
    case "place":
      return { intendedProvince: input.intendedProvince };
    case "funds": {
      const { fundsDollars, fundsAsOf } = input;
      return { fundsCents: fundsDollars === null ? null : Math.round(fundsDollars * 100), fundsAsOf };
    }
    case "relatives":
      return { siblingInCanada: input.siblingInCanada, relativeInCanada: input.relativeInCanada };
    case "offer":
      return { jobOffer: offerOf(input) };
    case "certificate":
      return { certificateOfQualification: certificateOf(input) };
    case "nomination":
      return { nomination: nominationOf(input) };
  }
}

export const FAMILY_PART_LABELS: Readonly<Record<FamilyPart, string>> = {
  place: "Plans to live in",
  funds: "Funds",
  relatives: "Relatives in Canada",
  offer: "Job offer",
  certificate: "Trade certificate",
  nomination: "Nomination",
};

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

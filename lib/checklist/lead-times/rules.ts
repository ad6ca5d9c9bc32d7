/** How long documents usually take: the firm's own figures where it has some, the shipped ones elsewhere. Pure. */
import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import type { RequiredDocument } from "@/lib/express-entry/documents/required-document";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { LeadTime } from "./types";

export const KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  passport: "Passport",
  language: "Language test result",
  eca: "Educational credential assessment",
  diploma: "Diploma and transcripts",
  reference_letter: "Reference letter",
  self_employment: "Proof of self-employment",
  police: "Police certificate",
  medical: "Upfront medical exam",
  funds: "Proof of funds",
  funds_exemption: "Letter: no funds needed",
  photo: "Digital photo",
  birth_certificate: "Birth certificate",
  marriage_certificate: "Marriage certificate",
  end_of_union: "End of an earlier union",
  imm5409: "IMM 5409",
  cohabitation: "Proof of living together",
  custody: "Adoption or custody papers",
  imm5604: "IMM 5604",
  dependent_over_22: "Dependent child over 22",
  imm5476: "IMM 5476",
  nomination: "Nomination certificate",
  job_offer: "Job offer",
  certificate_of_qualification: "Certificate of qualification",
  sibling: "Proof of a sibling in Canada",
  relative: "Proof of a relative in Canada",
  name_change: "Change of name",
  letter_of_explanation: "Letter of explanation",
  fee_receipt: "Fee receipts",
};

/** Kinds that are asked for in a country: its authority, its employers, its schools. */
const KINDS_BY_COUNTRY: readonly DocumentKind[] = [
  "police",
  "reference_letter",
  "self_employment",
  "eca",
  "diploma",
];

/** What a setting cannot be, by field. */
export function leadTimeFaults({
  kind,
  country,
}: Pick<LeadTime, "kind" | "country">): Record<string, string> {
  return country !== null && !KINDS_BY_COUNTRY.includes(kind)
    ? { country: `${KIND_LABELS[kind]} is not asked for by country. Leave it empty.` }
    : {};
}

/** Later day first, of one day the later entry. */
function newest(a: LeadTime, b: LeadTime): number {
  return b.effectiveFrom.localeCompare(a.effectiveFrom) || b.enteredAt.getTime() - a.enteredAt.getTime();
}

/** The entry that holds on a day for exactly this kind and country (null: for all), also where it says "as shipped". */
export function entryOn<Entry extends LeadTime>(
  entries: readonly Entry[],
  on: IsoDate,
  kind: DocumentKind,
  country: string | null,
): Entry | null {
  const held = entries.filter(
    (entry) => entry.kind === kind && entry.country === country && entry.effectiveFrom <= on,
  );
  return held.sort(newest)[0] ?? null;
}

/** The firm's own days: of the country, else of the kind; null: it has none. */
export function ownDaysOn(
  entries: readonly LeadTime[],
  on: IsoDate,
  kind: DocumentKind,
  country: string | null,
): number | null {
  const ofCountry = country === null ? null : (entryOn(entries, on, kind, country)?.days ?? null);
  return ofCountry ?? entryOn(entries, on, kind, null)?.days ?? null;
}

/**
 * The documents with the firm's own days. A paper that the facts say exists already (its days differ from those of its
 * kind) keeps its few days, unless it runs out before the planned day: then it is made anew.
 */
export function withLeadTimes(
  documents: readonly RequiredDocument[],
  { entries, on, shipped }: LeadTimesOnDay,
): RequiredDocument[] {
  return documents.map((document) => {
    const { kind, country, leadDays, validity } = document;
    if (leadDays !== shipped[kind] && validity.warning === null) return document;
    const own = ownDaysOn(entries, on, kind, country);
    return { ...document, leadDays: own ?? shipped[kind] };
  });
}

export interface LeadTimesOnDay {
  entries: readonly LeadTime[];
  on: IsoDate;
  /** `lead_days` of the document rules of the planned submission. */
  shipped: Readonly<Record<DocumentKind, number>>;
}

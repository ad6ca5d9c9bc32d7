/** The history of facts in words. Pure. */
import type {
  LanguageTestKind,
  MaritalStatus,
  StatusInCanada,
  EducationLevel,
} from "@/lib/express-entry/facts";
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import { countryName } from "@/lib/format/countries";
import { formatDate } from "@/lib/format/dates";
import { formatDollars } from "@/lib/format/money";
import type { RecordedChange, RecordedKind } from "@/lib/people/history/types";
import { LEVEL_LABELS, MARITAL_LABELS, provinceName, STATUS_LABELS, TEST_LABELS } from "./labels";

export const KIND_LABELS: Readonly<Record<RecordedKind, string>> = {
  person: "Person",
  address: "Address",
  job: "Job",
  language_test: "Language test",
  credential: "Credential",
  family: "Family",
};

const SHARED_LABELS: Readonly<Record<string, string>> = {
  country: "Country",
  city: "City",
  fromDate: "From",
  toDate: "To",
};

/** The labels of the forms, by column. */
const FIELD_LABELS: Readonly<Record<RecordedKind, Readonly<Record<string, string>>>> = {
  person: {
    ...{ role: "Who", givenName: "Given names", familyName: "Family name", otherNames: "Other names" },
    ...{ birthDate: "Born", citizenship: "Citizenship", countryOfResidence: "Lives in" },
    ...{ statusInCanada: "Status in Canada", statusExpiresOn: "Status ends" },
    ...{ passportNumber: "Passport", passportCountry: "Passport of", passportExpiresOn: "Passport ends" },
    ...{ maritalStatus: "Marital status", unionSince: "Since", earlierUnionEnded: "Earlier union" },
    ...{ accompanying: "Comes along", dependentByCondition: "Depends because of a condition" },
    adoptedOrSharedCustody: "Adopted, or custody shared",
  },
  address: SHARED_LABELS,
  job: {
    ...SHARED_LABELS,
    ...{ employer: "Employer", title: "Job title", nocCode: "Occupation", hoursPerWeek: "Hours a week" },
    ...{ paid: "Paid", selfEmployed: "Self-employed", authorized: "Authorized" },
    duringFullTimeStudy: "While studying",
  },
  language_test: {
    ...{ kind: "Test", takenOn: "Taken on", resultOn: "Result of", reportNumber: "Report number" },
    ...{ listening: "Listening", reading: "Reading", writing: "Writing", speaking: "Speaking" },
  },
  credential: {
    ...SHARED_LABELS,
    ...{ level: "Level", field: "Field", institution: "School", awardedOn: "Completed" },
    ...{ programMonths: "Length in months", fullTime: "Full-time", distanceLearning: "Distance learning" },
    ...{ ecaBody: "Assessed by", ecaIssuedOn: "Assessed on", ecaReference: "ECA number" },
  },
  family: {
    ...{ intendedProvince: "Plans to live in", fundsCents: "Funds", fundsAsOf: "Balance of" },
    ...{ siblingInCanada: "Sibling in Canada", relativeInCanada: "Relative in Canada" },
    ...{ jobOffer: "Job offer", certificateOfQualification: "Trade certificate", nomination: "Nomination" },
  },
};

export function fieldLabel({ kind, field }: Pick<RecordedChange, "kind" | "field">): string {
  return FIELD_LABELS[kind][field] ?? field;
}

const COUNTRIES: readonly string[] = ["country", "citizenship", "countryOfResidence", "passportCountry"];

/** Offer, certificate and nomination are one value each: what tells two of them apart. */
function partWords(value: Readonly<Record<string, unknown>>): string {
  const told = ["employer", "province", "nocCode", "issuedOn", "confirmedOn", "acceptedOn"]
    .map((key) => value[key])
    .filter((part): part is string => typeof part === "string");
  return told.map((part) => (isIsoDate(part) ? formatDate(part) : part)).join(", ");
}

function textWords(field: string, text: string): string {
  if (isIsoDate(text)) return formatDate(text);
  if (COUNTRIES.includes(field)) return countryName(text);
  if (field === "intendedProvince") return provinceName(text);
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    statusInCanada: STATUS_LABELS satisfies Record<StatusInCanada, string>,
    maritalStatus: MARITAL_LABELS satisfies Record<MaritalStatus, string>,
    kind: TEST_LABELS satisfies Record<LanguageTestKind, string>,
    level: LEVEL_LABELS satisfies Record<EducationLevel, string>,
  };
  return labels[field]?.[text] ?? text;
}

/** `nothing`, `yes`, `37.5`, `3 Jun 2024`, `India`: a value as the forms say it. */
export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return field === "fundsCents" ? formatDollars(value) : String(value);
  if (typeof value === "string") return textWords(field, value);
  return typeof value === "object" ? partWords(value as Readonly<Record<string, unknown>>) : "something";
}

/** What happened to one fact at one instant. */
export interface HistoryEntry {
  id: string;
  at: Date;
  by: string;
  kind: RecordedKind;
  personId: string | null;
  factId: string;
  verb: RecordedChange["verb"];
  lines: RecordedChange[];
}

/** Lines of one save stand together; their order stays. */
export function entriesOf(changes: readonly RecordedChange[]): HistoryEntry[] {
  const entries = new Map<string, HistoryEntry>();
  for (const change of changes) {
    const { at, factId, kind, personId, verb } = change;
    const key = `${at.toISOString()} ${factId}`;
    const entry = entries.get(key);
    if (entry) entry.lines.push(change);
    else {
      const by = change.by ?? "Landfall";
      entries.set(key, { ...{ id: key, at, by, kind, personId, factId, verb }, lines: [change] });
    }
  }
  return [...entries.values()];
}

/** `Halden Systems, Software engineer`: what an added or removed fact said, its first words. */
export function summaryOf({ lines, verb }: HistoryEntry): string {
  const told = [
    "employer",
    "title",
    "institution",
    "level",
    "kind",
    "city",
    "country",
    "familyName",
    "givenName",
  ];
  const valueOf = (line: RecordedChange) => (verb === "removed" ? line.before : line.after);
  const words = told.flatMap((field) =>
    lines.filter((line) => line.field === field).map((line) => valueWords(field, valueOf(line))),
  );
  return words.slice(0, 2).join(", ");
}

/** What a form takes for a stored value: what one would type there. */
export function typedForm(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return isIsoDate(text) ? formatDate(text) : text;
}

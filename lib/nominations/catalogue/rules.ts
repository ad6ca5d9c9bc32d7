/** The firm's catalogue of streams: when a stream is open, whom it targets in words, what of it changed. Pure. */
import { ROUND_PROGRAM_LABELS } from "@/lib/draws/rules";
import type { StreamTerms } from "@/lib/express-entry/nomination/stream-fit";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { PROVINCE_LABELS } from "@/lib/people/rules";
import type { StreamDto, StreamState } from "../types";

/** Quebec selects its own immigrants, outside Express Entry: every other province and territory may nominate. */
export const NOMINATING_PROVINCES = Object.entries(PROVINCE_LABELS)
  .filter(([code]) => code !== "QC" && code !== "NU")
  .map(([value, label]) => ({ value, label }));

/** `Ontario`; an unknown code is shown as it is. */
export function provinceName(code: string): string {
  return code in PROVINCE_LABELS ? PROVINCE_LABELS[code as keyof typeof PROVINCE_LABELS] : code;
}

export const STUDY_LABELS = {
  canada: "Credential earned in Canada",
  province: "Credential earned in the province",
} as const;

export const STATE_LABELS: Readonly<Record<StreamState, string>> = {
  open: "Open",
  not_open_yet: "Not open yet",
  closed: "Closed",
};

export function streamStateOn(
  { opensOn, closesOn }: Pick<StreamDto, "opensOn" | "closesOn">,
  on: IsoDate,
): StreamState {
  if (opensOn !== null && on < opensOn) return "not_open_yet";
  return closesOn !== null && closesOn < on ? "closed" : "open";
}

/** Whom a stream targets, in a line. */
export function targetInWords(terms: StreamTerms): string {
  const { nocCodes, category, study, minCrs, minLevel } = terms;
  const occupations =
    nocCodes.length === 0
      ? []
      : [nocCodes.length === 1 ? `NOC ${nocCodes[0] ?? ""}` : `${nocCodes.length} occupations`];
  const parts = [
    ...occupations,
    ...(category === null ? [] : [ROUND_PROGRAM_LABELS[category]]),
    ...(study === null ? [] : [STUDY_LABELS[study]]),
    ...(minCrs === null ? [] : [`CRS ${minCrs} or more`]),
    ...(minLevel === null ? [] : [`CLB or NCLC ${minLevel}`]),
  ];
  return parts.join(" · ");
}

/** The fields of a stream that are kept when they change, as the screen names them. */
export const STREAM_FIELDS = {
  province: "Province",
  name: "Stream",
  nocCodes: "Occupations",
  workMonths: "Months of work",
  workYears: "Years that count",
  category: "Category",
  study: "Study",
  minCrs: "Least CRS",
  minLevel: "Least language level",
  notes: "Notes",
  link: "Link",
  opensOn: "Opens",
  closesOn: "Closes",
  asOf: "As of",
  source: "Source",
} as const satisfies Partial<Record<keyof StreamDto, string>>;

export type StreamField = keyof typeof STREAM_FIELDS;
export type StreamFields = Pick<StreamDto, StreamField>;

export interface StreamChange {
  field: StreamField;
  before: string | null;
  after: string | null;
}

function inText(value: string | number | readonly string[] | null): string | null {
  if (value === null) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  return value.length === 0 ? null : value.join(", ");
}

/** What differs, field by field, as text for people. */
export function streamChanges(before: StreamFields, after: StreamFields): StreamChange[] {
  const fields = Object.keys(STREAM_FIELDS) as StreamField[];
  return fields.flatMap((field): StreamChange[] => {
    const [was, is] = [inText(before[field]), inText(after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** What cannot be of a stream as it was typed, by field. `today` in the firm's zone. */
export function streamFaults(fields: StreamFields, today: IsoDate): Record<string, string> {
  const { opensOn, closesOn, asOf, nocCodes, workMonths, workYears } = fields;
  const faults: Record<string, string> = {};
  if (targetInWords(fields) === "")
    faults.nocCodes = "Say whom the stream targets: occupations, a category, study, a score or a level.";
  if (nocCodes.length === 0 && (workMonths !== null || workYears !== null))
    faults.nocCodes = "Enter the occupations in which the work has to be.";
  if (asOf > today) faults.asOf = `This is in the future: today is ${plainDate(today)}.`;
  if (opensOn !== null && closesOn !== null && closesOn < opensOn)
    faults.closesOn = "It cannot close before it opens.";
  return faults;
}

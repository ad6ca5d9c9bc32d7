/** The pieces a sheet is made of: fields, rows, and how the forms write days and answers. Pure. */
import type { CaseFacts, PersonFacts } from "@/lib/express-entry/facts";
import type { TableOptions } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FormEntry, FormField, Mend } from "./types";

/** What a section is written from. */
export interface Asked {
  facts: CaseFacts;
  person: PersonFacts;
  on: IsoDate;
  options: TableOptions;
}

/** `2024-06`: the histories are asked for by the month. */
export const month = (day: IsoDate) => day.slice(0, 7);
export const until = (day: IsoDate | null) => (day === null ? "Present" : month(day));
export const yesNo = (answer: boolean | null) => (answer === null ? null : answer ? "Yes" : "No");
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function fields(pairs: Record<string, string | null>): FormField[] {
  return Object.entries(pairs).map(([label, value]) => ({ label, value: value === "" ? null : value }));
}

export function entry(key: string, pairs: Record<string, string | null>, mend: Mend | null): FormEntry {
  return { key, gap: null, fields: fields(pairs), mend };
}

export interface Dated {
  from: IsoDate;
  entry: FormEntry;
}

/** Newest first, as the forms ask; a gap stands where the entry is missing. */
export function newestFirst(rows: readonly Dated[]): FormEntry[] {
  return [...rows].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)).map((row) => row.entry);
}

/** How a sentence of the timeline takes in what an event says. */
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { LoggedEvent } from "./types";

export type Detail = LoggedEvent["detail"];

/** The label of a detail, or a stand-in; instants and dates in the product's spelling. */
export function label(detail: Detail, key: string, otherwise = ""): string {
  const value = detail[key];
  if (value === undefined || value === null || value === "") return otherwise;
  const text = String(value);
  if (isIsoDate(text)) return plainDate(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return `${plainDate(text.slice(0, 10))}, ${text.slice(11, 19)} UTC`;
  return text;
}

/** `, the consultant` style additions: words before a label, only where there is a label. */
export function withLabel(before: string, detail: Detail, key: string, after = ""): string {
  const text = label(detail, key);
  return text === "" ? "" : `${before}${text}${after}`;
}

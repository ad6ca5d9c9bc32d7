/** How a sentence of the timeline takes in what an event says. */
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { LoggedEvent } from "../timeline/types";

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

/** What the timeline says of a case after its submission, and of its closing. */
export const AFTER_SUBMISSION_WORDS: Readonly<Record<string, (detail: Detail) => string>> = {
  "application.acknowledged": (d) =>
    `recorded that IRCC acknowledged the application${withLabel(" on ", d, "on")}${withLabel(", number ", d, "number")}`,
  "application.check_passed": (d) =>
    `recorded that the completeness check was passed${withLabel(" on ", d, "on")}`,
  "application.check_returned": (d) =>
    `recorded that IRCC returned the application as incomplete${withLabel(" on ", d, "on")}${withLabel(": ", d, "missing")}`,
  "application.track_changed": (d) =>
    `recorded of IRCC's checks: ${label(d, "track", "a check").toLowerCase()}, ${label(d, "state").toLowerCase()}${withLabel(" since ", d, "on")}`,
  "application.permit_recorded": (d) =>
    `recorded the bridging open work permit: ${label(d, "outcome", "asked for")}${withLabel(" on ", d, "on")}`,
  "application.approved": (d) => `recorded the approval${withLabel(" of ", d, "on")}`,
  "application.refused": (d) => `recorded the refusal${withLabel(", read on ", d, "on")}`,
  "application.challenged": (d) =>
    `recorded of the refusal: ${label(d, "what", "it is challenged")}${withLabel(", ", d, "on")}`,
  "application.held": (d) =>
    `recorded that it is on hold${withLabel(" since ", d, "on")}${withLabel(": ", d, "reason")}`,
  "application.resumed": (d) => `recorded that it goes on${withLabel(" since ", d, "on")}`,
  "application.reopened": (d) => `recorded that IRCC looks at it again${withLabel(" since ", d, "on")}`,
  "application.confirmed": (d) =>
    `recorded the confirmation of permanent residence${withLabel(" of ", d, "on")}${withLabel(", valid until ", d, "until")}`,
  "application.landed": (d) =>
    `recorded the landing${withLabel(" on ", d, "on")}${withLabel(", ", d, "place")}`,
  "application.address_given": (d) =>
    `recorded that IRCC has an address for the card${withLabel(" since ", d, "on")}`,
  "letter.recorded": (d) =>
    `recorded a letter of IRCC: ${label(d, "letter", "a letter")}${withLabel(" of ", d, "on")}${withLabel(", to be answered by ", d, "dueOn")}`,
  "letter.extended": (d) =>
    `recorded that more time was asked for: ${label(d, "letter", "a letter")}${withLabel(", now due ", d, "dueOn")}`,
  "letter.answered": (d) =>
    `recorded the answer to IRCC: ${label(d, "letter", "a letter")}${withLabel(", sent on ", d, "on")}`,
  "closing.begun": (d) => `began the closing duties${withLabel(", from ", d, "from")}`,
  "closing.duty_settled": (d) =>
    `settled a closing duty, ${label(d, "duty", "a duty").toLowerCase()}: ${label(d, "outcome")}${withLabel(" on ", d, "on")}`,
  "closing.successor_named": (d) =>
    `recorded that ${label(d, "successor", "somebody")} takes the file over${withLabel(", asked for on ", d, "on")}`,
  "closing.duties_left": (d) => `left closing duties open${withLabel(": ", d, "reason")}`,
};

/** What happened to the items of a checklist. */
export const CHECKLIST_WORDS: Readonly<Record<string, (detail: Detail) => string>> = {
  "requirement.added": (d) => `added ${label(d, "title", "an item")} to the checklist`,
  "requirement.requested": (d) => `asked the client for ${label(d, "title", "a document")}`,
  "requirement.applied": (d) =>
    d.on === null
      ? `took back that ${label(d, "title", "a document")} was applied for`
      : `said that ${label(d, "title", "a document")} was applied for${withLabel(" on ", d, "on")}`,
  "requirement.waived": (d) => `waived ${label(d, "title", "an item")}${withLabel(": ", d, "reason")}`,
  "requirement.unwaived": (d) => `asked for ${label(d, "title", "an item")} after all`,
  "requirement.changed": (d) => `changed ${label(d, "title", "an item of the checklist")}`,
};

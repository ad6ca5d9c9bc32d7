/** Does a document hold on the day of the planned submission? Pure words for the checklist's fourth column. */
import { addMonths, daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { lastDayOf } from "./rules";
import type { RequirementRow, RequirementSpec, Validity } from "./types";

type Line = Pick<RequirementRow, "state" | "issuedOn" | "validUntil">;

const NOTHING: Validity = { tone: "neutral", words: "" };

function against(lastDay: IsoDate, plannedOn: IsoDate | null): Validity {
  if (plannedOn === null || lastDay >= plannedOn)
    return { tone: plannedOn === null ? "neutral" : "ok", words: `Holds to ${plainDate(lastDay)}` };
  const short = daysBetween(lastDay, plannedOn);
  return { tone: "late", words: `Ends ${plainDate(lastDay)}, ${short} d short` };
}

/** What the date on it will have to be, while nothing is decided. */
function needs(spec: RequirementSpec, plannedOn: IsoDate | null): string {
  switch (spec.rule) {
    case "police_after_last_stay":
      return spec.issuedAfter === null ? "" : `Needs: after ${plainDate(spec.issuedAfter)}`;
    case "police_current_country":
    case "photo_six_months":
      return plannedOn === null ? "" : `Needs: from ${plainDate(oldest(spec, plannedOn))}`;
    case "medical_twelve_months":
      return "Needs: after the invitation";
    case "none":
    case "until_expiry":
    case "language_two_years":
    case "eca_five_years":
      return "";
  }
}

/** The earliest date on it with which it can be sent on the planned day. */
function oldest({ rule, ...spec }: RequirementSpec, plannedOn: IsoDate): IsoDate {
  const rules = spec.rules ?? documentRulesOn(plannedOn);
  const months = rule === "photo_six_months" ? rules.photo_months : rules.police_current_country_months;
  return addMonths(plannedOn, -months);
}

/**
 * Last day on which an accepted document can be sent, by the dates read off it and the rules as they are now; null where
 * it does not run out, or is not accepted.
 */
export function lastDayOnFile(line: Line, spec: RequirementSpec): IsoDate | null {
  return line.state === "accepted" ? (lastDayOf(spec.rule, line, spec.rules) ?? line.validUntil) : null;
}

/** Accepted, and then the facts said that the person stayed longer: it was issued before the stay ended. */
export function isTooEarly({ state, issuedOn }: Line, { issuedAfter }: RequirementSpec): boolean {
  return state === "accepted" && issuedOn !== null && issuedAfter !== null && issuedOn <= issuedAfter;
}

/**
 * An accepted document is judged by what was read off it, an awaited one by what the facts tell already.
 * State is not validity: an accepted one can still end too soon.
 */
export function validityOf(line: Line, spec: RequirementSpec, plannedOn: IsoDate | null): Validity {
  if (line.state === "waived") return NOTHING;
  if (line.state === "accepted") {
    if (isTooEarly(line, spec))
      return { tone: "late", words: `Issued before the stay ended, ${plainDate(spec.issuedAfter ?? "")}` };
    const lastDay = lastDayOnFile(line, spec);
    return lastDay === null ? { tone: "ok", words: "Holds, no end date" } : against(lastDay, plannedOn);
  }
  if (spec.factsLastDay !== null) return against(spec.factsLastDay, plannedOn);
  const words = needs(spec, plannedOn);
  if (words !== "") return { tone: "neutral", words };
  const arrived = line.state === "received" || line.state === "in_review";
  return arrived ? { tone: "neutral", words: "Holds if accepted" } : NOTHING;
}

/** The hidden field of a form, JSON, as changes of a scenario: checked by the engine that computes with them. */
import { z } from "zod";
import type { FactChange } from "@/lib/express-entry/what-if/changes";
import { parseChanges } from "@/lib/express-entry/what-if/parse-changes";

const OUT_OF_DATE = "This form is out of date. Reload the page.";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** At least one change, or there is nothing to compare. */
export const changesField = () =>
  z.string({ error: OUT_OF_DATE }).transform((text, check): FactChange[] => {
    const parsed = parseChanges(parseJson(text));
    if (parsed.ok && parsed.changes.length > 0) return parsed.changes;
    const message = parsed.ok ? "Try a change first: there is nothing to keep yet." : OUT_OF_DATE;
    check.addIssue({ code: "custom", message });
    return z.NEVER;
  });

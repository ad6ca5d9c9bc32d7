import "server-only";
import { invalid } from "@/lib/errors/app-error";
import type { TableFault } from "@/lib/express-entry/rule-entry/checker";
import { faultsOf, withHead, type TableHead } from "../rules";
import type { RuleBody, RuleKind } from "../types";

/** Most faults told at once: after that a table is another table. */
const MOST_FAULTS = 8;

/** `age.rows[3].points: must be …`, for a list under the field that holds the JSON. */
export function faultsInWords(faults: readonly TableFault[]): string {
  const lines = faults.slice(0, MOST_FAULTS).map(({ path, message }) => `${path || "The table"} ${message}.`);
  const more = faults.length - lines.length;
  return [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join(" ");
}

/** A table in force must say where it is published; a draft may still look for it. */
const SOURCE_TO_COME = "to be entered";

/** What is wrong with a draft's figures; its head is checked by the form. */
export function draftFaults(kind: RuleKind, body: RuleBody, head: TableHead): TableFault[] {
  return faultsOf(kind, withHead(kind, body, { ...head, source: head.source || SOURCE_TO_COME }));
}

/** Reads pasted JSON as a table of a kind. INVALID, at the field `json`, with everything that is wrong with it. */
export function readPasted(kind: RuleKind, json: string, head: TableHead): RuleBody {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw invalid("The pasted text is not JSON.", {
      json: "This is not JSON: a comma, a quote or a bracket is missing or too much.",
    });
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw invalid("The pasted text is not one table.", {
      json: "Paste one table: it begins with { and ends with }.",
    });
  }
  const body = parsed as RuleBody;
  const faults = draftFaults(kind, body, head);
  if (faults.length > 0)
    throw invalid("The pasted table cannot be used yet.", { json: faultsInWords(faults) });
  return body;
}

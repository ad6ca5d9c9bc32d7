import { z } from "zod";
import {
  choice,
  isoDate,
  optionalChoice,
  optionalText,
  requiredText,
  rowIdField,
  versionField,
} from "@/lib/command/fields";
import { RULE_KINDS } from "./types";

/** About ten times the largest shipped table. */
const MOST_JSON = 400_000;

/** The name of a version. Scores keep it for good, so it is short, plain and never given twice. */
const tableKey = () =>
  requiredText("a name for this version", 40).pipe(
    z.string().regex(/^[A-Z][A-Z0-9]*(?:-[A-Za-z0-9]+)+$/, {
      error: "Use letters, digits and hyphens, such as CRS-2027-01-15.",
    }),
  );

/** A source is required to activate; a draft may still look for it. */
const source = () =>
  z.preprocess(
    (value) => value ?? "",
    z.string().trim().max(500, { error: "Keep this under 500 characters." }),
  );

/** A whole table as JSON; empty: none was pasted. */
const tableJson = () =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : (value ?? null)),
    z
      .string()
      .max(MOST_JSON, { error: "This is larger than any rule table. Paste one table only." })
      .nullable(),
  );

const firstDay = () =>
  isoDate().refine((date) => date >= "2015-01-01", { error: "Express Entry opened on 1 Jan 2015." });

const head = {
  key: tableKey(),
  effectiveFrom: firstDay(),
  source: source(),
  note: optionalText(1000),
};

export const createDraftInput = z.object({
  kind: choice("what kind of table it is", RULE_KINDS as [string, ...string[]]),
  ...head,
  /** Starts from this instead of the version in force. */
  json: tableJson(),
});

export const changeDraftInput = z.object({
  id: rowIdField(),
  version: versionField(),
  ...head,
  json: tableJson(),
  /** The fields of the table's own form as JSON: text by path. */
  values: tableJson(),
  /** Adds or takes away the factor for occupations that pay well, with the same save. */
  part: optionalChoice("what to add", ["add_high_wage", "remove_high_wage"]),
});

const oneDraft = { id: rowIdField(), version: versionField() };

export const discardDraftInput = z.object(oneDraft);

export const compareDraftInput = z.object(oneDraft);

export const activateTableInput = z.object({
  ...oneDraft,
  effectiveFrom: firstDay(),
  source: requiredText("where these figures are published: an address, or the instrument", 500),
});

export const retireTableInput = z.object({
  ...oneDraft,
  reason: requiredText("why it is taken out of force", 500),
});

export const runInput = z.object({ runId: rowIdField() });

export const startDailyRunInput = z.object({});

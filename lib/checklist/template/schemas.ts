import { z } from "zod";
import {
  checkbox,
  choice,
  integer,
  optionalChoice,
  optionalInteger,
  optionalText,
  requiredText,
  rowIdField,
} from "@/lib/command/fields";
import { DOCUMENT_KINDS } from "@/lib/express-entry/documents/document-kind";
import { PROVINCES } from "@/lib/express-entry/facts";
import { ITEM_CONDITIONS, ITEM_OWNERS } from "./types";

const MOST_POINTS = 12;
const POINT_LENGTH = 200;

/** One a line. */
const points = () =>
  optionalText(MOST_POINTS * POINT_LENGTH)
    .transform((text) =>
      (text ?? "")
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .pipe(
      z
        .array(z.string().max(POINT_LENGTH, { error: `Keep each point under ${POINT_LENGTH} characters.` }))
        .max(MOST_POINTS, { error: `Use at most ${MOST_POINTS} points.` }),
    );

/** The version of the draft that the form was opened on; 0: there was none. */
const onDraft = { version: integer("the version").pipe(z.number().int().min(0)) };

const blankToNull = (value: unknown) => (value === undefined || value === "" ? null : value);

export const saveItemInput = z.object({
  ...onDraft,
  /** Empty: a new item. */
  itemId: z.preprocess(blankToNull, rowIdField().nullable()),
  title: requiredText("what is needed", 120),
  reason: requiredText("why it is needed", 200),
  owner: choice("whose it is", ITEM_OWNERS),
  condition: choice("in which files", ITEM_CONDITIONS),
  province: optionalChoice("the province", PROVINCES),
  responsible: choice("who gets it", ["client", "firm", "other"]),
  leadDays: optionalInteger("the usual days").pipe(
    z
      .number()
      .min(0, { error: "Use 0 or more days." })
      .max(365, { error: "Use at most 365 days." })
      .nullable(),
  ),
  required: checkbox(),
  goodExample: optionalText(600),
  points: points(),
});

export const removeItemInput = z.object({ ...onDraft, itemId: rowIdField() });

export const saveWordingInput = z.object({
  ...onDraft,
  kind: choice("the kind of document", DOCUMENT_KINDS),
  title: optionalText(80),
  goodExample: optionalText(600),
  points: points(),
});

export const publishTemplateInput = z.object({ ...onDraft, note: requiredText("what is new in it", 300) });

export const discardTemplateInput = z.object(onDraft);

export const takeTemplateInput = z.object({
  caseId: rowIdField(),
  number: integer("the version").pipe(z.number().int().positive()),
});

import { z } from "zod";
import { checkbox, integer, optionalText, requiredText, rowIdField } from "@/lib/command/fields";

const packageRow = { packageId: rowIdField(), version: integer("the version") };

export const beginPackageInput = z.object({ caseId: rowIdField() });

export const packageInput = z.object({ packageId: rowIdField() });

export const refreshPackageInput = z.object(packageRow);

const place = integer("the page").pipe(z.number().min(0).max(10_000));

/** One button, one move: `up`, or `to` with the slot it goes to. */
export const arrangeInput = z.object({
  ...packageRow,
  slotId: rowIdField(),
  move: z.enum(["up", "down", "turn", "out", "to", "all_to", "back"]),
  place: place.optional(),
  target: rowIdField().optional(),
  versionId: rowIdField().optional(),
});

export const sayLanguageInput = z.object({
  ...packageRow,
  slotId: rowIdField(),
  language: z.enum(["english_or_french", "with_affidavit", "certified", "without_affidavit"], {
    error: "Choose one.",
  }),
});

export const saveLetterInput = z.object({ ...packageRow, letter: optionalText(20_000) });

export const requestBuildInput = z.object(packageRow);

export const freezePackageInput = z.object({
  ...packageRow,
  confirmed: checkbox().refine((value) => value, {
    error: "Tick the box once you have looked at the files.",
  }),
  despite: optionalText(500),
});

const failures = ["timed_out", "too_large_in_memory", "damaged", "encrypted", "unsupported"] as const;
const faultCodes = [
  "too_large",
  "coarse",
  "photo_type",
  "photo_size",
  "cannot_merge",
  "letter_unfinished",
  ...failures,
] as const;

const describedPage = z.object({ width: z.number(), height: z.number(), hasText: z.boolean() });

export const recordDescriptionInput = z.object({
  versionId: rowIdField(),
  type: z.enum(["pdf", "jpeg", "png"]).nullable(),
  pages: z.array(describedPage),
  failure: z.enum(failures).nullable(),
});

export const recordSlotInput = z.object({
  packageId: rowIdField(),
  slotId: rowIdField(),
  /** The version of the package that it was built from. */
  version: z.int(),
  faults: z.array(z.object({ code: z.enum(faultCodes), words: requiredText("what is wrong", 400) })),
  file: z
    .object({
      fileId: rowIdField(),
      fileName: requiredText("the name", 80),
      mediaType: requiredText("the type", 100),
      size: z.int(),
      sha256: requiredText("the hash", 64),
      pageCount: z.int(),
      storageKey: requiredText("the key", 200),
      wrappedKey: requiredText("the key", 400),
      keyId: requiredText("the key", 200),
    })
    .nullable(),
});

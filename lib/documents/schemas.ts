/** Inputs of the commands on documents. */
import { z } from "zod";
import { checkbox, optionalText, requiredText, rowIdField } from "@/lib/command/fields";

const blankToNull = (value: unknown) => (value === undefined || value === "" ? null : value);
const optionalRowId = () => z.preprocess(blankToNull, rowIdField().nullable());

/** SHA-256, hexadecimal. */
const digest = () =>
  z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().regex(/^[0-9a-f]{64}$/, { error: "A SHA-256 has 64 hexadecimal digits." }));

/** The body of `POST /api/uploads` (CONTRACT.md). `title` names what answers no checklist line. */
export const reserveUploadInput = z.object({
  caseId: rowIdField(),
  requirementId: optionalRowId(),
  title: optionalText(120),
  fileName: requiredText("the file's name", 1000),
  size: z.number({ error: "Say how many bytes will come." }).int().nonnegative(),
  sha256: z.preprocess(blankToNull, digest().nullable()),
  /** It goes with a message: of an item's thread, or of the general one. */
  forMessage: checkbox(),
  messageItem: optionalRowId(),
});

/** What reception found out about the bytes it stored. */
export const completeUploadInput = z.object({
  uploadId: rowIdField(),
  /** Also the id of the version: the encryption is bound to it. */
  versionId: rowIdField(),
  storageKey: z.string().regex(/^[0-9a-f]{32}$/),
  wrappedKey: z.string().min(1),
  keyId: z.string().min(1),
  size: z.number().int().positive(),
  sha256: digest(),
  fileName: z.string().min(1),
  mediaType: z.string().min(1),
  extension: z.string().min(1),
  flags: z.array(z.string()),
});

export const refuseUploadInput = z.object({ uploadId: rowIdField(), code: z.string().min(1) });

export const openDocumentInput = z.object({
  versionId: z.uuid(),
  /** `assemble`: its pages go into another file of the case, put together by us. */
  how: z.enum(["download", "view", "assemble"]),
  range: z.boolean(),
});

/** Pages of a file, from 1, in the order in which they are wanted; null: all of them. */
const pages = z.array(z.number().int().min(1).max(2000)).min(1).max(500).nullable();

/** The body of `POST /api/reviews/{requirementId}/assembly`. */
export const assembleInput = z.object({
  /** The newest file of the item under review, as it was looked at. */
  versionId: rowIdField(),
  /** Where the new file goes: another item of the case, or the same one. */
  targetId: rowIdField(),
  parts: z
    .array(z.object({ versionId: rowIdField(), pages }))
    .min(1)
    .max(20),
});

/** A file that we have just put together. */
export const reserveAssemblyInput = z.object({
  requirementId: rowIdField(),
  versionId: rowIdField(),
  targetId: rowIdField(),
  size: z.number().int().positive(),
  sha256: digest(),
  parts: z.array(z.object({ versionId: rowIdField(), pages: z.array(z.number().int().positive()).min(1) })),
});

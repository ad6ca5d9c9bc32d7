/** Inputs of the commands on documents. */
import { z } from "zod";
import { optionalText, requiredText, rowIdField } from "@/lib/command/fields";

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
  how: z.enum(["download", "view"]),
  range: z.boolean(),
});

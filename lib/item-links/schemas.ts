/** Inputs of the commands on links for one item. */
import { z } from "zod";
import { choice, optionalEmail, requiredText, rowIdField } from "@/lib/command/fields";

const blankToNull = (value: unknown) => (value === undefined || value === "" ? null : value);

/** The body of `POST /api/item-links`. */
export const createLinkInput = z.object({
  requirementId: rowIdField(),
  /** Where the firm mails it to; null: whoever makes it passes it on. */
  mailTo: optionalEmail(),
  language: z.preprocess((value) => value ?? "en", choice("the language of the mail", ["en", "fr"])),
});

export const revokeLinkInput = z.object({ requirementId: rowIdField(), linkId: rowIdField() });

/** The body of `POST /api/uploads/by-link/{ref}`. */
export const reserveByLinkInput = z.object({
  sender: requiredText("your name", 80),
  fileName: requiredText("the file's name", 1000),
  size: z.number({ error: "Say how many bytes will come." }).int().nonnegative(),
  sha256: z.preprocess(
    blankToNull,
    z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  ),
});

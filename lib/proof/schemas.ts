/** Inputs of the commands on the proof of facts. */
import { z } from "zod";
import { integer, optionalInteger, requiredText, rowIdField } from "@/lib/command/fields";

/** More pages than a scan has. */
const LAST_PAGE = 2000;

/** One paper of one fact, as the form was opened on it. */
const onPaper = {
  caseId: rowIdField(),
  factKey: requiredText("the fact", 80),
  need: requiredText("the document", 40),
  /** Version of the stored word; 0 where nothing was said yet. */
  version: integer("the version").pipe(z.number().int().nonnegative()),
};

export const confirmProofInput = z.object({
  ...onPaper,
  /** The accepted file that was looked at. */
  versionId: rowIdField(),
  page: optionalInteger("the page").pipe(
    z
      .number()
      .min(1, { error: "Pages count from 1." })
      .max(LAST_PAGE, { error: `Use a page up to ${LAST_PAGE}.` })
      .nullable(),
  ),
});

export const refuseProofInput = z.object({
  ...onPaper,
  note: requiredText("why it does not prove the fact", 300),
});

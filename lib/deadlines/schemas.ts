import { z } from "zod";
import { rowIdField } from "@/lib/command/fields";

export const deriveClocksInput = z.object({
  /** The last file that is done; null: none yet. */
  after: rowIdField().nullable(),
});

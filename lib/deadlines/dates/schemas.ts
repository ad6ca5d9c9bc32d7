import { z } from "zod";
import { rowIdField, versionField } from "@/lib/command/fields";

export const assignDeadlineInput = z.object({
  deadlineId: rowIdField(),
  version: versionField(),
  /** Who answers for it from now on. */
  ownerId: rowIdField(),
});

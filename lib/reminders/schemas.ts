import { z } from "zod";
import { requiredText, rowIdField } from "@/lib/command/fields";

export const sendRemindersInput = z.object({ deadlineId: z.uuid() });

export const acknowledgeEscalationInput = z.object({
  escalationId: rowIdField(),
  reason: requiredText("the decision and its reason", 1000),
});

/** `upTo`: the newest notice that was on the page, so that one which came meanwhile stays unread. */
export const markNoticesReadInput = z.object({ upTo: rowIdField() });

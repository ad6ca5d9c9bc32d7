import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getTemplateSettings, getOfferedTemplates } from "./queries";

/** The firm's message templates, tried on the file with this number. */
export const loadMessageTemplates = cache((number: string | null) =>
  readingAsStaff((ctx) => getTemplateSettings(ctx, number)),
);

/** What the composer of a thread offers. */
export const loadOfferedTemplates = cache((caseId: string, item: string | null) =>
  readingAsStaff((ctx) => getOfferedTemplates(ctx, caseId, item)),
);

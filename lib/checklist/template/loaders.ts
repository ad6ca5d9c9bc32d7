import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getItemStart, getTemplateSettings } from "./queries";

export const loadTemplateSettings = cache(() => readingAsStaff((ctx) => getTemplateSettings(ctx)));

export const loadItemStart = cache((requirementId: string) =>
  readingAsStaff((ctx) => getItemStart(ctx, requirementId)),
);

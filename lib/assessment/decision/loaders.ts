import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getDecisionPage } from "./queries";

/** Whether to take up the open invitation of a case, and what was decided before. */
export const loadDecisionPage = cache((number: string, on?: string) =>
  readingAsStaff((ctx) => getDecisionPage(ctx, number, on)),
);

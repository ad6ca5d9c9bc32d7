import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getFactHistory } from "./queries";

/** Changes of one fact of a file, or of all its facts, once a request. */
export const loadFactHistory = cache((caseId: string, factId: string | null) =>
  readingAsStaff((ctx) => getFactHistory(ctx, caseId, factId)),
);

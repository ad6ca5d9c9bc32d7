import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getCaseOverview } from "./queries";

/** What the overview of a case shows, once a request. */
export const loadCaseOverview = cache((number: string) =>
  readingAsStaff((ctx) => getCaseOverview(ctx, number)),
);

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { findStandingAsOf } from "./queries";

export const loadStandingAsOf = cache((caseId: string, day: string) =>
  readingAsStaff((ctx) => findStandingAsOf(ctx, caseId, day)),
);

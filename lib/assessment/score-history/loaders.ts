import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { listScoreChanges } from "./queries";

export const loadScoreChanges = cache((caseId: string) =>
  readingAsStaff((ctx) => listScoreChanges(ctx, caseId)),
);

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getNominationPage } from "./queries";

export const loadNominationPage = cache((caseId: string) =>
  readingAsStaff((ctx) => getNominationPage(ctx, caseId)),
);

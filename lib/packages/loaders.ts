import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getPackagePage, listFrozenPackages } from "./queries";

/** The package screen of a case, once a request; without a number the one that is worked on, or the newest. */
export const loadPackagePage = cache((number: string, packageNumber: number | null) =>
  readingAsStaff((ctx) => getPackagePage(ctx, number, packageNumber)),
);

/** What a submission of the case can be said to have sent. */
export const loadFrozenPackages = cache((caseId: string) =>
  readingAsStaff((ctx) => listFrozenPackages(ctx, caseId)),
);

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getPackagePage } from "./queries";

/** The package screen of a case, once a request; without a number the one that is worked on, or the newest. */
export const loadPackagePage = cache((number: string, packageNumber: number | null) =>
  readingAsStaff((ctx) => getPackagePage(ctx, number, packageNumber)),
);

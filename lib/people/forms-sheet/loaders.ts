import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getFormsSheet } from "./queries";

export const loadFormsSheet = cache(
  (number: string, personId: string | undefined, instant: string | undefined) =>
    readingAsStaff((ctx) => getFormsSheet(ctx, number, { personId, instant })),
);

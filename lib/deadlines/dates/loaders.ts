import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getCaseDates } from "./queries";

/** Every clock of a case, once a request. */
export const loadCaseDates = cache((number: string) => readingAsStaff((ctx) => getCaseDates(ctx, number)));

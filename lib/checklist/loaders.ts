import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getChecklist } from "./queries";

/** The checklist of a case, once a request. */
export const loadChecklist = cache((number: string) => readingAsStaff((ctx) => getChecklist(ctx, number)));

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getNavCounts, getToday } from "./queries";

export const loadNavCounts = cache(() => readingAsStaff(getNavCounts));

/** A manager may ask for a colleague's; null: one's own. */
export const loadToday = cache((ofId: string | null) => readingAsStaff((ctx) => getToday(ctx, ofId)));

import "server-only";
import { readingAsStaff } from "@/lib/auth/reading";
import { findCases } from "./queries";

/** Not cached: each keystroke of the palette is a question of its own. */
export const loadCaseHits = (text: string) => readingAsStaff((ctx) => findCases(ctx, text));

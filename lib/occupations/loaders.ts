import "server-only";
import { readingAsStaff } from "@/lib/auth/reading";
import { searchOccupations } from "./queries";

/** Not cached: each keystroke is a question of its own. */
export const loadOccupationMatches = (text: string) => readingAsStaff((ctx) => searchOccupations(ctx, text));

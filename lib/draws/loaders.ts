import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import type { ReplayList } from "./replay/types";
import { getRecordingDay, getRoundPage, getRoundsOfYear, getRoundToCorrect } from "./queries";

export const loadRounds = cache((program: string | null, year: number | "all" | null) =>
  readingAsStaff((ctx) => getRoundsOfYear(ctx, program, year)),
);

export const loadRoundPage = cache((id: string, list: ReplayList | null) =>
  readingAsStaff((ctx) => getRoundPage(ctx, id, list)),
);

/** For whoever may record rounds; the others get Next's 403. */
export const loadRecordingDay = cache(() => readingAsStaff(getRecordingDay));

export const loadRoundToCorrect = cache((id: string) => readingAsStaff((ctx) => getRoundToCorrect(ctx, id)));

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getRoundPage, getRoundsOfYear } from "./queries";

export const loadRounds = cache((program: string | null, year: number | "all" | null) =>
  readingAsStaff((ctx) => getRoundsOfYear(ctx, program, year)),
);

export const loadRoundPage = cache((id: string) => readingAsStaff((ctx) => getRoundPage(ctx, id)));

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getPoolPage, getPoolStep, getRadar, type PoolCursor } from "./queries";
import type { RadarDays } from "./types";

export const loadPoolStep = cache((caseId: string) => readingAsStaff((ctx) => getPoolStep(ctx, caseId)));

export const loadPoolPage = cache((after: PoolCursor | null, held: string | null) =>
  readingAsStaff((ctx) => getPoolPage(ctx, { after, held })),
);

export const loadRadar = cache((days: RadarDays) => readingAsStaff((ctx) => getRadar(ctx, days)));

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getPoolPage, getPoolStep, type PoolCursor } from "./queries";

export const loadPoolStep = cache((caseId: string) => readingAsStaff((ctx) => getPoolStep(ctx, caseId)));

export const loadPoolPage = cache((after: PoolCursor | null, held: string | null) =>
  readingAsStaff((ctx) => getPoolPage(ctx, { after, held })),
);

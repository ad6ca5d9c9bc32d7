import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getPoolPage, getPoolStep } from "./queries";
import { readCursor } from "./rules";

export const loadPoolStep = cache((caseId: string) => readingAsStaff((ctx) => getPoolStep(ctx, caseId)));

export const loadPoolPage = cache((after: string | undefined, held: string | null) =>
  readingAsStaff((ctx) => getPoolPage(ctx, { after: readCursor(after), held })),
);

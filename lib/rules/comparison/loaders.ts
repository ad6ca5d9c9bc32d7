import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import type { ComparisonView } from "../types";
import { getComparisonPage } from "./queries";

/** Who gains and who loses under a draft. */
export const loadComparison = cache((id: string, view: ComparisonView, cursor: string | null) =>
  readingAsStaff((ctx) => getComparisonPage(ctx, id, { view, cursor })),
);

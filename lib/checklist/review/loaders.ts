import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getReview, listReviewQueue } from "./queries";

export const loadReviewQueue = cache(() => readingAsStaff((ctx) => listReviewQueue(ctx)));

export const loadReview = cache((requirementId: string) =>
  readingAsStaff((ctx) => getReview(ctx, requirementId)),
);

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { listStandingFlags } from "../flags/queries";
import { getReview } from "./queries";
import { getQueuePlace, listReviewQueue, type QueueTurn } from "../queue/queries";
import type { QueueFilter } from "./types";

export function loadReviewQueue(filter: QueueFilter, turn: QueueTurn | null) {
  return readingAsStaff((ctx) => listReviewQueue(ctx, filter, turn));
}

export function loadQueuePlace(filter: QueueFilter, requirementId: string) {
  return readingAsStaff((ctx) => getQueuePlace(ctx, filter, requirementId));
}

/** What documents of a case say against its facts, for the screens of those facts and items. */
export const loadStandingFlags = cache((caseId: string) =>
  readingAsStaff((ctx) => listStandingFlags(ctx, caseId)),
);

export const loadReview = cache((requirementId: string) =>
  readingAsStaff((ctx) => getReview(ctx, requirementId)),
);

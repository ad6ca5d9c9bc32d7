import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getReview } from "./queries";
import { getQueuePlace, listReviewQueue, type QueueTurn } from "./queue/queries";
import type { QueueFilter } from "./types";

export function loadReviewQueue(filter: QueueFilter, turn: QueueTurn | null) {
  return readingAsStaff((ctx) => listReviewQueue(ctx, filter, turn));
}

export function loadQueuePlace(filter: QueueFilter, requirementId: string) {
  return readingAsStaff((ctx) => getQueuePlace(ctx, filter, requirementId));
}

export const loadReview = cache((requirementId: string) =>
  readingAsStaff((ctx) => getReview(ctx, requirementId)),
);

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getAssessment } from "./queries";

/** Facts and verdict of a case on a day, once a request. */
export const loadAssessment = cache((number: string, on?: string) =>
  readingAsStaff((ctx) => getAssessment(ctx, number, on)),
);

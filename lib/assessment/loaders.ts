import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import type { Query } from "./forecast/choices";
import { getForecast } from "./forecast/queries";
import { getAssessment } from "./queries";

/** Facts and verdict of a case on a day, once a request. */
export const loadAssessment = cache((number: string, on?: string) =>
  readingAsStaff((ctx) => getAssessment(ctx, number, on)),
);

/** The forecast of a case with what the address says is tried. */
export const loadForecast = (number: string, query: Query) =>
  readingAsStaff((ctx) => getForecast(ctx, number, query));

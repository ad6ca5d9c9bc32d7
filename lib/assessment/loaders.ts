import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import type { Query } from "./forecast/types";
import { getForecastInput, presentForecast } from "./forecast/queries";
import type { ForecastPage } from "./forecast/types";
import { getAssessment } from "./queries";

/** Facts and verdict of a case on a day, once a request. */
export const loadAssessment = cache((number: string, on?: string) =>
  readingAsStaff((ctx) => getAssessment(ctx, number, on)),
);

/** The forecast of a case with what the address says is tried. */
export async function loadForecast(number: string, query: Query): Promise<ForecastPage> {
  return presentForecast(await readingAsStaff((ctx) => getForecastInput(ctx, number, query)));
}

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getOtherDates, getWindowBoard, listDeadlines } from "./queries";
import { datesAsked } from "./rules";
import type { DeadlineKind } from "./types";

export const loadWindowBoard = cache(() => readingAsStaff((ctx) => getWindowBoard(ctx)));
export const loadDeadlines = cache((kind: DeadlineKind) => readingAsStaff((ctx) => listDeadlines(ctx, kind)));

/** The other clocks, as an address asks for them. */
export const loadOtherDates = cache((kind?: string, days?: string) =>
  readingAsStaff((ctx) => getOtherDates(ctx, datesAsked({ kind, days }))),
);

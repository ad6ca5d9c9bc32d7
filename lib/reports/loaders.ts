import "server-only";
import { readingAsStaff } from "@/lib/auth/reading";
import { listFacts } from "./facts/queries";
import { getReport } from "./queries";
import type { Params } from "./rules";

/** A report as its address asks for it. */
export const loadReport = (name: string, params: Params) =>
  readingAsStaff((ctx) => getReport(ctx, name, params));

/** The rows behind one of its figures. */
export const loadFacts = (name: string, params: Params) =>
  readingAsStaff((ctx) => listFacts(ctx, name, params));

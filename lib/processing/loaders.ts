import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { findProgress, getProcessingPage } from "./queries";

export const loadProcessingPage = cache((number: string) =>
  readingAsStaff((ctx) => getProcessingPage(ctx, number)),
);

export const loadProgress = cache((number: string) => readingAsStaff((ctx) => findProgress(ctx, number)));

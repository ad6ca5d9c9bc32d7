import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getProcessingPage } from "./queries";

export const loadProcessingPage = cache((number: string) =>
  readingAsStaff((ctx) => getProcessingPage(ctx, number)),
);

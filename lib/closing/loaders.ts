import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getClosingPage } from "./queries";

export const loadClosingPage = cache((number: string) =>
  readingAsStaff((ctx) => getClosingPage(ctx, number)),
);

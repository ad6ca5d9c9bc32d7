import "server-only";
import { cache } from "react";
import { readingAsClient, readingAsStaff } from "@/lib/auth/reading";
import { getConfirmations, getFactsPage } from "./queries";

export const loadFactsPage = cache((locale: string) => readingAsClient((ctx) => getFactsPage(ctx, locale)));

export const loadConfirmations = cache((number: string) =>
  readingAsStaff((ctx) => getConfirmations(ctx, number)),
);

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getCaseDocuments } from "./queries";

/** The documents of a case with every version and who opened it, once a request. */
export const loadCaseDocuments = cache((number: string) =>
  readingAsStaff((ctx) => getCaseDocuments(ctx, number)),
);

import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getProofLedger } from "./queries";

export const loadProofLedger = cache((number: string) =>
  readingAsStaff((ctx) => getProofLedger(ctx, number)),
);

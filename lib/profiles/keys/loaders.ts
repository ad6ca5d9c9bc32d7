import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { findDateKeys } from "./queries";

/** The two keys of a case's open invitation, once a request. */
export const loadDateKeys = cache((number: string) => readingAsStaff((ctx) => findDateKeys(ctx, number)));

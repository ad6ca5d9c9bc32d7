import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getReadyPage } from "./queries";
import { readCursor } from "./rules";

/** A page of the pool against an invitation on a day. */
export const loadReadyPage = cache((on: string | undefined, after: string | undefined) =>
  readingAsStaff((ctx) => getReadyPage(ctx, on, readCursor(after))),
);

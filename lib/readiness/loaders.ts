import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { readCursor } from "@/lib/profiles/pool/rules";
import { getReadyPage } from "./queries";

/** A page of the pool against an invitation on a day. */
export const loadReadyPage = cache((on: string | undefined, after: string | undefined) =>
  readingAsStaff((ctx) => getReadyPage(ctx, on, readCursor(after))),
);

import "server-only";
import { cache } from "react";
import { readingAsClient, readingAsStaff } from "@/lib/auth/reading";
import { getThread } from "./queries";

/** The thread of a case for staff. */
export const loadThread = cache((caseId: string, before: string | null) =>
  readingAsStaff((ctx) => getThread(ctx, caseId, before)),
);

/** The thread of the client's own case. */
export const loadClientThread = cache((caseId: string, before: string | null) =>
  readingAsClient((ctx) => getThread(ctx, caseId, before)),
);

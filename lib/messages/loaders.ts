import "server-only";
import { cache } from "react";
import { readingAsClient, readingAsStaff } from "@/lib/auth/reading";
import { getConversation, searchMessages } from "./queries";

/** The threads of a case and the one that is asked for, for staff. */
export const loadConversation = cache(
  (caseId: string, item: string | null, before: string | null, file: string | null) =>
    readingAsStaff((ctx) => getConversation(ctx, caseId, { item, before, file })),
);

/** The threads of the client's own case and the one that is asked for. */
export const loadClientConversation = cache((caseId: string, item: string | null, before: string | null) =>
  readingAsClient((ctx) => getConversation(ctx, caseId, { item, before })),
);

/** The messages of a case that have these words, for staff. */
export const loadMessageSearch = cache((caseId: string, query: string) =>
  readingAsStaff((ctx) => searchMessages(ctx, caseId, query)),
);

/** The same in the client's own case. */
export const loadClientMessageSearch = cache((caseId: string, query: string) =>
  readingAsClient((ctx) => searchMessages(ctx, caseId, query)),
);

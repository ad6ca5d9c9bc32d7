import "server-only";
import { cache } from "react";
import { readingAsClient, readingAsStaff } from "@/lib/auth/reading";
import { countUnreadOf, getConversation, searchMessages } from "./queries";

/** The threads of a case and the one that is asked for, for staff. */
export const loadConversation = cache((caseId: string, item: string | null, before: string | null) =>
  readingAsStaff((ctx) => getConversation(ctx, caseId, { item, before })),
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

/** What is unread in the thread of one item, for staff. */
export const loadItemUnread = cache((caseId: string, item: string) =>
  readingAsStaff((ctx) => countUnreadOf(ctx, caseId, item)),
);

/** The same for the client. */
export const loadClientItemUnread = cache((caseId: string, item: string) =>
  readingAsClient((ctx) => countUnreadOf(ctx, caseId, item)),
);

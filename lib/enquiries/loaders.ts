import "server-only";
import { cache } from "react";
import { issueFormToken } from "@/lib/auth/public-form";
import { readingAsStaff, readingForAnyone } from "@/lib/auth/reading";
import { getComparison, getSubmissionNotice, getVisit } from "./queries";
import { PUBLIC_FORM } from "./rules";
import type { Visit } from "./types";

/** What the free assessment needs of the firm, and a token for one filling of it. */
export const loadVisit = cache((): Promise<Visit> =>
  readingForAnyone(async (ctx) => ({ ...(await getVisit(ctx)), token: issueFormToken(ctx, PUBLIC_FORM) })),
);

/** Whether something came in for this case from the free assessment; null: nothing. */
export const loadSubmissionNotice = cache((number: string) =>
  readingAsStaff((ctx) => getSubmissionNotice(ctx, number)),
);

/** What came in, beside the facts of the case. */
export const loadComparison = cache((number: string) => readingAsStaff((ctx) => getComparison(ctx, number)));

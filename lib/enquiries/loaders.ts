import "server-only";
import { cache } from "react";
import { issueFormToken } from "@/lib/auth/public-form";
import { readingForAnyone } from "@/lib/auth/reading";
import { getVisit } from "./queries";
import { PUBLIC_FORM } from "./rules";
import type { Visit } from "./types";

/** What the free assessment needs of the firm, and a token for one filling of it. */
export const loadVisit = cache((): Promise<Visit> =>
  readingForAnyone(async (ctx) => ({ ...(await getVisit(ctx)), token: issueFormToken(ctx, PUBLIC_FORM) })),
);

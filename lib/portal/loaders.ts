import "server-only";
import { cache } from "react";
import { reading, readingAsClient } from "@/lib/auth/reading";
import { isClientContext } from "@/lib/command/actor-context";
import { getPortalDocument } from "./document/queries";
import { getPortalFrame, getPortalHome, getPortalList, getPortalOpenings } from "./queries";

/** The frame of the client's side. Null for staff, who belong to the other one. */
export const loadPortalFrame = cache(() =>
  reading(async (ctx) => (isClientContext(ctx) ? getPortalFrame(ctx) : null)),
);

/** What the client's pages share, for pages: the layout has led staff away. */
export const loadOwnFrame = cache(() => readingAsClient((ctx) => getPortalFrame(ctx)));

export const loadPortalHome = cache(() => readingAsClient((ctx) => getPortalHome(ctx)));

export const loadPortalList = cache(() => readingAsClient((ctx) => getPortalList(ctx)));

export const loadPortalDocument = cache((requirementId: string) =>
  readingAsClient((ctx) => getPortalDocument(ctx, requirementId)),
);

/** `before`: milliseconds since 1970, as it stands in the address; anything else is the newest page. */
export const loadPortalOpenings = cache((before: string | null) =>
  readingAsClient((ctx) => {
    const at = before !== null && /^\d{1,14}$/.test(before) ? new Date(Number(before)) : null;
    return getPortalOpenings(ctx, at);
  }),
);

import "server-only";
import { cache } from "react";
import { readingAsClient, readingAsStaff } from "@/lib/auth/reading";
import { isId } from "@/lib/ids/id";
import { countUnreadNotices, listClientReminders, listNotices, listOpenIncidents } from "./queries";
import type { NoticePage } from "./types";

/** `<milliseconds>_<id>` of a page's last notice, as it stands in the address. */
function readKeyset(text: string | undefined): NoticePage["next"] {
  const [at = "", id = ""] = text?.split("_") ?? [];
  return /^\d{1,15}$/.test(at) && isId(id) ? { createdAt: new Date(Number(at)), id } : null;
}

/** What the viewer was told, and the address part of the next page. */
export const loadNotices = cache((after: string | undefined) =>
  readingAsStaff(async (ctx) => {
    const { next, ...page } = await listNotices(ctx, readKeyset(after));
    return { ...page, after: next ? `${next.createdAt.getTime()}_${next.id}` : null };
  }),
);

/** For the frame of every staff page: how many notices are unread, and what of the installation does not work. */
export const loadAlerts = cache(() =>
  readingAsStaff(async (ctx) => ({
    unread: await countUnreadNotices(ctx),
    incidents: await listOpenIncidents(ctx),
  })),
);

/** The dates that a client was reminded of. */
export const loadClientReminders = cache(() => readingAsClient(listClientReminders));

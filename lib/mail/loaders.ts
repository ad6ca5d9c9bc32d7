import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { notFound } from "@/lib/errors/app-error";
import { isId } from "@/lib/ids/id";
import { isLoopbackHttp } from "@/lib/runtime/env";
import { getOutboxMail, listOutbox, type OutboxPage } from "./queries";

/** `<milliseconds>_<id>` of a page's last mail, as it stands in the address. */
function readKeyset(text: string | undefined): OutboxPage["next"] {
  const [at = "", id = ""] = text?.split("_") ?? [];
  return /^\d{1,15}$/.test(at) && isId(id) ? { createdAt: new Date(Number(at)), id } : null;
}

/** A page of the outbox, and the address part of the next one. */
export const loadOutbox = cache((after: string | undefined) =>
  readingAsStaff(async (ctx) => {
    const { lines, next } = await listOutbox(ctx, readKeyset(after));
    return { lines, after: next ? `${next.createdAt.getTime()}_${next.id}` : null };
  }),
);

export const loadOutboxMail = cache((mailId: string) =>
  readingAsStaff((ctx) => {
    if (!isId(mailId)) throw notFound();
    return getOutboxMail(ctx, mailId, isLoopbackHttp(ctx.deps.appOrigin));
  }),
);

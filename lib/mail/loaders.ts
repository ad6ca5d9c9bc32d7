import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readingAsStaff, showingToStaff } from "@/lib/auth/reading";
import { isId } from "@/lib/ids/id";
import { openMail } from "./open-mail";
import { listOutbox, type OutboxPage } from "./queries";

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

/** A mail of the outbox; that it was read is in the log. */
export const loadOutboxMail = cache((mailId: string) => {
  if (!isId(mailId)) notFound();
  return showingToStaff(openMail, { mailId });
});

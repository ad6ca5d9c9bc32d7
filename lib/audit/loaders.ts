import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { isId } from "@/lib/ids/id";
import { listAuditEvents, type AuditKeyset } from "./queries";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** `<instant>_<id>` of a page's last event, as it stands in the address. */
function readKeyset(text: string | undefined): AuditKeyset | null {
  const [at = "", id = ""] = text?.split("_") ?? [];
  return INSTANT.test(at) && !Number.isNaN(Date.parse(at)) && isId(id) ? { at, id } : null;
}

/** A page of the audit log, and the address part of the next one. */
export const loadAuditLog = cache((after: string | undefined) =>
  readingAsStaff(async (ctx) => {
    const { lines, next } = await listAuditEvents(ctx, readKeyset(after));
    return { lines, after: next ? `${next.at}_${next.id}` : null };
  }),
);

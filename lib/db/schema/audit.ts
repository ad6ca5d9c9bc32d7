import { bigint, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, rowId } from "./columns";

/** Who did what, when, to which object, with what outcome. Append-only by privilege and trigger (SECURITY.md D10, 5.6). */
export const auditEvent = pgTable(
  "audit_event",
  {
    id: rowId(),
    at: instant().notNull(),
    actorId: uuid(),
    actorRole: text().notNull(),
    sessionRef: text(),
    ipPrefix: text(),
    event: text().notNull(),
    outcome: text().$type<"ok" | "refused">().notNull(),
    objectKind: text().notNull(),
    objectId: text(),
    caseId: uuid(),
    clientId: uuid(),
    requestId: text(),
    /** Labels, dates and states for the timeline; never contents, tokens or notes. */
    detail: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  (t) => [index("audit_event_case").on(t.caseId, t.at.desc()), index("audit_event_at").on(t.at.desc())],
);

export const auditChain = pgTable(
  "audit_chain",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    eventId: uuid().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [uniqueIndex("audit_chain_event").on(t.eventId)],
);

export const auditHead = pgTable("audit_head", {
  id: text().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: bytes().notNull(),
});

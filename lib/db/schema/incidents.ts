import { sql } from "drizzle-orm";
import { integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, rowId } from "./columns";

/** What may stop beside the app itself, so that nobody would be told anything. */
export type IncidentKind = "worker_silent" | "reminder_late";

/** Something beside the app does not work; one open row of each kind, whichever process noticed it. */
export const incident = pgTable(
  "incident",
  {
    id: rowId(),
    kind: text().$type<IncidentKind>().notNull(),
    openedAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    uniqueIndex("incident_open")
      .on(t.kind)
      .where(sql`${t.closedAt} is null`),
  ],
);

/** When each worker slot last showed a sign of life. */
export const workerHeartbeat = pgTable("worker_heartbeat", {
  slot: integer().primaryKey(),
  seenAt: instant().notNull(),
});

import { bigint, integer, pgSchema, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The library's own view of its queue: everything but what a job is about. No table of ours; nothing here migrates it. */
export const queueJob = pgSchema("graphile_worker")
  .view("jobs", {
    id: bigint({ mode: "number" }).notNull(),
    taskIdentifier: text().notNull(),
    runAt: instant().notNull(),
    attempts: integer().notNull(),
    maxAttempts: integer().notNull(),
    lastError: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    lockedAt: instant(),
  })
  .existing();

import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { FeedScope } from "@/lib/calendar/types";
import { bytes, instant, rowId } from "./columns";
import { appUser } from "./users";

/** A person's calendar feed: whoever has its address reads that person's deadlines. One that is live each. */
export const calendarFeed = pgTable(
  "calendar_feed",
  {
    id: rowId(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id, { onDelete: "cascade" }),
    /** SHA-256 of the secret in the address. */
    tokenHash: bytes().notNull().unique(),
    scope: text().$type<FeedScope>().notNull().default("own"),
    /** Whether clients are named; without, a title carries the number of the file. */
    withNames: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    revokedAt: instant(),
    /** Written once an hour at most. */
    lastFetchedAt: instant(),
  },
  (t) => [
    uniqueIndex("calendar_feed_live")
      .on(t.userId)
      .where(sql`${t.revokedAt} is null`),
    check("calendar_feed_scope", sql`${t.scope} in ('own', 'all')`),
  ],
);

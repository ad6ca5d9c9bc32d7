import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, rowId, rowVersion } from "./columns";
import { appUser } from "./users";

/**
 * A stretch of days on which a member of staff is away. Two of one person never overlap, and a cover is an active
 * consultant or manager until the leave is over: 0040_staff_leave.sql keeps both.
 */
export const staffLeave = pgTable(
  "staff_leave",
  {
    id: rowId(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    fromOn: date({ mode: "string" }).notNull(),
    /** The last day away. */
    toOn: date({ mode: "string" }).notNull(),
    /** Who has the cases meanwhile. */
    coverUserId: uuid().references(() => appUser.id),
    note: text(),
    recordedBy: uuid().references(() => appUser.id),
    recordedAt: instant().notNull(),
    version: rowVersion(),
  },
  (t) => [
    index("staff_leave_user").on(t.userId, t.toOn),
    index("staff_leave_cover").on(t.coverUserId, t.toOn),
    index("staff_leave_end").on(t.toOn),
    check("staff_leave_days", sql`${t.fromOn} <= ${t.toOn} and ${t.toOn} <= ${t.fromOn} + 730`),
    check("staff_leave_cover", sql`${t.coverUserId} <> ${t.userId}`),
  ],
);

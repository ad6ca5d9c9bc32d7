import { sql } from "drizzle-orm";
import { customType, integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** An instant, UTC, to the microsecond; read as a JS Date. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** Random (v4) row id, made by the application. */
export const rowId = () => uuid().primaryKey();

/** Row version for compare-and-set edits (SECURITY.md 6.6). */
export const rowVersion = () => integer().notNull().default(1);

export const createdAt = () =>
  instant()
    .notNull()
    .default(sql`now()`);

/**
 * Any JSON value, for a column that may hold a bare text: drizzle's own jsonb reads a text once more as JSON, after
 * the driver did, and "21231" would come back as a number. Columns of objects and lists alone are plain jsonb.
 */
export const anyJson = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});

/** Raw bytes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, rowVersion } from "./columns";

/** One row: a firm has one deployment. */
export const firm = pgTable("firm", {
  id: integer().primaryKey().default(1),
  name: text().notNull(),
  address: text(),
  phone: text(),
  email: text(),
  /** IANA zone in which the firm's dates are counted. */
  timeZone: text().notNull().default("America/Toronto"),
  /** Who takes what comes in from the free assessment; null: the manager who has been here longest. */
  enquiryOwnerId: uuid(),
  updatedAt: instant().notNull().defaultNow(),
  version: rowVersion(),
});

/** Counter behind file numbers such as 26-0412; one row a year. */
export const caseNumberCounter = pgTable("case_number_counter", {
  year: integer().primaryKey(),
  last: integer().notNull(),
});

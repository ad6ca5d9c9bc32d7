import { boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** What the firm writes often, in both languages, in versions: the highest number of an id is what it says now. */
export const messageTemplate = pgTable(
  "message_template",
  {
    id: uuid().notNull(),
    number: integer().notNull(),
    title: text().notNull(),
    bodyEn: text().notNull(),
    bodyFr: text().notNull(),
    /** Not offered any more. */
    withdrawn: boolean().notNull().default(false),
    /** null: shipped with the product. */
    changedBy: uuid(),
    changedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.number] })],
);

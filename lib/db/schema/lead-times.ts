import { date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import { instant, rowId } from "./columns";

/** The firm's own usual days for a kind of document, perhaps of one country. Appended to, never changed. */
export const leadTime = pgTable(
  "lead_time",
  {
    id: rowId(),
    kind: text().$type<DocumentKind>().notNull(),
    country: text(),
    /** null: the shipped days hold again. */
    days: integer(),
    effectiveFrom: date({ mode: "string" }).notNull(),
    note: text().notNull(),
    enteredBy: uuid().notNull(),
    enteredAt: instant().notNull(),
  },
  (t) => [index("lead_time_kind").on(t.kind, t.effectiveFrom.desc())],
);

import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { FactChange } from "@/lib/express-entry/what-if/changes";
import { caseFile } from "./cases";
import { createdAt, instant, rowId, rowVersion } from "./columns";

/** Changes of facts that a consultant kept to compare with the file as it stands. The firm's own. */
export const scenario = pgTable(
  "scenario",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    name: text().notNull(),
    /** As lib/assessment/forecast/schemas.ts checked them. */
    changes: jsonb().$type<FactChange[]>().notNull(),
    createdBy: uuid().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("scenario_case").on(t.caseId, t.createdAt),
    check("scenario_changes_list", sql`jsonb_typeof(${t.changes}) = 'array'`),
  ],
);

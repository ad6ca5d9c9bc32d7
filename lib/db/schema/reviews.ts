import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ComparedKind } from "@/lib/checklist/review/types";
import { documentVersion, requirement } from "./documents";
import { instant, rowId } from "./columns";
import { appUser } from "./users";

const ofLine = () => ({ caseId: uuid().notNull(), clientId: uuid().notNull() });

/** Who has a document in front of them; lapses by itself. */
export const reviewHold = pgTable(
  "review_hold",
  {
    requirementId: uuid().primaryKey(),
    ...ofLine(),
    heldBy: uuid()
      .notNull()
      .references(() => appUser.id),
    takenAt: instant().notNull(),
    /** The holder's last sign of life. */
    activeAt: instant().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.requirementId, t.caseId, t.clientId],
      foreignColumns: [requirement.id, requirement.caseId, requirement.clientId],
    }).onDelete("cascade"),
    index("review_hold_holder").on(t.heldBy),
  ],
);

/** A document says something else than the facts of the case. */
export const documentFlag = pgTable(
  "document_flag",
  {
    id: rowId(),
    ...ofLine(),
    requirementId: uuid().notNull(),
    versionId: uuid()
      .notNull()
      .references(() => documentVersion.id, { onDelete: "cascade" }),
    factKind: text().$type<ComparedKind>().notNull(),
    /** Row of the fact. */
    factId: uuid().notNull(),
    field: text().notNull(),
    /** Columns of the fact that the field shows, as `fact_change` names them. */
    columns: text().array().notNull(),
    label: text().notNull(),
    factSays: text().notNull(),
    documentSays: text().notNull(),
    flaggedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    flaggedAt: instant().notNull().defaultNow(),
    resolvedBy: uuid().references(() => appUser.id),
    resolvedAt: instant(),
    reason: text(),
  },
  (t) => [
    foreignKey({
      columns: [t.requirementId, t.caseId, t.clientId],
      foreignColumns: [requirement.id, requirement.caseId, requirement.clientId],
    }).onDelete("cascade"),
    index("document_flag_line").on(t.requirementId),
    index("document_flag_case").on(t.caseId, t.flaggedAt.desc()),
    uniqueIndex("document_flag_open")
      .on(t.versionId, t.factId, t.field)
      .where(sql`${t.resolvedAt} is null`),
  ],
);

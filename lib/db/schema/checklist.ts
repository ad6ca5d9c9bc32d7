import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { RequirementState } from "@/lib/checklist/types";
import type { TemplateItem, TemplateWording } from "@/lib/checklist/template/types";
import { caseFile } from "./cases";
import { createdAt, instant, rowId, rowVersion } from "./columns";
import { requirement } from "./documents";

/** Each state a line of a checklist came to, and when. The database appends to it itself (drizzle/0023). */
export const requirementEvent = pgTable(
  "requirement_event",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    requirementId: uuid().notNull(),
    personId: uuid(),
    kind: text().notNull(),
    country: text(),
    state: text().$type<RequirementState>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.requirementId, t.caseId, t.clientId],
      foreignColumns: [requirement.id, requirement.caseId, requirement.clientId],
    }),
    index("requirement_event_line").on(t.requirementId, t.at),
    index("requirement_event_accepted")
      .on(t.kind, t.at.desc())
      .where(sql`${t.state} = 'accepted'`),
    index("requirement_event_accepted_at")
      .on(t.at)
      .where(sql`${t.state} = 'accepted'`),
  ],
);

/** The firm's template in versions; without a number it is the draft. */
export const checklistTemplate = pgTable(
  "checklist_template",
  {
    id: rowId(),
    number: integer().unique(),
    items: jsonb().$type<TemplateItem[]>().notNull().default([]),
    wordings: jsonb().$type<TemplateWording[]>().notNull().default([]),
    /** What is new in it; set when it is published. */
    note: text(),
    createdBy: uuid().notNull(),
    createdAt: createdAt(),
    publishedBy: uuid(),
    publishedAt: instant(),
    version: rowVersion(),
  },
  (t) => [
    uniqueIndex("checklist_template_draft")
      .on(sql`(true)`)
      .where(sql`${t.number} is null`),
  ],
);

/** The version of the template that a file's checklist was made with; no row: with none. */
export const caseChecklist = pgTable(
  "case_checklist",
  {
    caseId: uuid().primaryKey(),
    clientId: uuid().notNull(),
    templateNumber: integer().notNull(),
    takenAt: instant().notNull(),
    /** null: with the checklist itself. */
    takenBy: uuid(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("case_checklist_number").on(t.templateNumber),
  ],
);

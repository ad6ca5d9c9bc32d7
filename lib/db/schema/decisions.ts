import { foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { DecisionFigures, DecisionKind } from "@/lib/assessment/decision/types";
import { caseFile } from "./cases";
import { instant, rowId } from "./columns";
import { invitation } from "./pool";

/** What was decided about an invitation, why, and on which figures. Appended to, never changed. */
export const invitationDecision = pgTable(
  "invitation_decision",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    invitationId: uuid()
      .notNull()
      .references(() => invitation.id),
    decision: text().$type<DecisionKind>().notNull(),
    reason: text().notNull(),
    figures: jsonb().$type<DecisionFigures>().notNull(),
    decidedBy: uuid().notNull(),
    decidedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("invitation_decision_case").on(t.caseId, t.decidedAt.desc()),
  ],
);

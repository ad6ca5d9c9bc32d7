import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { caseFile } from "./cases";
import { instant, rowId } from "./columns";
import { appUser } from "./users";

/** A case that went from one colleague to another, with what the one before says of it. */
export const caseHandover = pgTable(
  "case_handover",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    fromUserId: uuid()
      .notNull()
      .references(() => appUser.id),
    toUserId: uuid()
      .notNull()
      .references(() => appUser.id),
    note: text(),
    handedBy: uuid().references(() => appUser.id),
    handedAt: instant().notNull(),
    /** When the new owner said that they have read it. */
    readAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("case_handover_case").on(t.caseId, t.handedAt.desc()),
    index("case_handover_unread")
      .on(t.toUserId, t.handedAt.desc())
      .where(sql`${t.readAt} is null`),
  ],
);

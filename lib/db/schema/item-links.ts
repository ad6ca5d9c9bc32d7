import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { requirement } from "./documents";
import { bytes, instant, rowId } from "./columns";
import { appUser } from "./users";

/** A link for one item of a checklist, for somebody without an account. */
export const itemLink = pgTable(
  "item_link",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    requirementId: uuid().notNull(),
    /** SHA-256 of the secret. */
    tokenHash: bytes().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => appUser.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    revokedBy: uuid().references(() => appUser.id),
    /** Where the firm mailed it to, if it did. */
    mailedTo: text(),
  },
  (t) => [
    foreignKey({
      columns: [t.requirementId, t.caseId, t.clientId],
      foreignColumns: [requirement.id, requirement.caseId, requirement.clientId],
    }).onDelete("cascade"),
    uniqueIndex("item_link_hash").on(t.tokenHash),
    index("item_link_line").on(t.requirementId, t.createdAt.desc()),
    index("item_link_case").on(t.caseId, t.createdAt.desc()),
    check("item_link_revoked", sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
  ],
);

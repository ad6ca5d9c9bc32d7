import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { SignedLedger } from "@/lib/proof/types";
import { caseFile, signOff } from "./cases";
import { instant, rowId, rowVersion } from "./columns";
import { documentVersion, requirement } from "./documents";

/** A consultant's word on what proves a fact; one for each paper that the fact needs. */
export const factProof = pgTable(
  "fact_proof",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    factKey: text().notNull(),
    need: text().notNull(),
    /** false: looked at, and it does not prove the fact. */
    holds: boolean().notNull(),
    requirementId: uuid(),
    versionId: uuid().references(() => documentVersion.id),
    page: integer(),
    note: text(),
    decidedBy: uuid().notNull(),
    decidedAt: instant().notNull(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    foreignKey({
      columns: [t.requirementId, t.caseId, t.clientId],
      foreignColumns: [requirement.id, requirement.caseId, requirement.clientId],
    }),
    uniqueIndex("fact_proof_need").on(t.caseId, t.factKey, t.need),
  ],
);

/** Claimed and proven at a sign-off, with the reason signed for what is not. Appended to, never changed. */
export const signOffProof = pgTable(
  "sign_off_proof",
  {
    signOffId: uuid()
      .primaryKey()
      .references(() => signOff.id),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    claimedPoints: integer().notNull(),
    provenPoints: integer().notNull(),
    cutOff: integer(),
    reason: text(),
    ledger: jsonb().$type<SignedLedger>().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("sign_off_proof_case").on(t.caseId),
  ],
);

/** What a client says is wrong in a section of the facts, and the firm's answer. */
export const factObjection = pgTable(
  "fact_objection",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    section: text().notNull(),
    sectionTitle: text().notNull(),
    note: text().notNull(),
    factsVersion: integer().notNull(),
    raisedBy: uuid().notNull(),
    raisedAt: instant().notNull(),
    answer: text(),
    answeredBy: uuid(),
    answeredAt: instant(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("fact_objection_case").on(t.caseId, t.raisedAt.desc()),
  ],
);

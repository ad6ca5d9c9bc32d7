import { foreignKey, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Answers, SubmissionOutcome } from "@/lib/enquiries/types";
import { caseFile } from "./cases";
import { bytes, instant, rowId } from "./columns";
import { appUser } from "./users";

/** What a visitor sent from the free assessment, as sent, with the consent to be contacted. Closed to the portal. */
export const publicAssessment = pgTable(
  "public_assessment",
  {
    id: rowId(),
    /** Hash of the form's signed token: each token counts once. */
    tokenHash: bytes().notNull(),
    receivedAt: instant().notNull(),
    locale: text().$type<"en" | "fr">().notNull(),
    answers: jsonb().$type<Answers>().notNull(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    email: text().notNull(),
    phone: text(),
    consentVersion: text().notNull(),
    consentText: text().notNull(),
    consentedAt: instant().notNull(),
    outcome: text().$type<SubmissionOutcome>().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    /** Compared with the file by somebody; null while it waits. */
    comparedAt: instant(),
    comparedBy: uuid().references(() => appUser.id),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    uniqueIndex("public_assessment_token").on(t.tokenHash),
    index("public_assessment_case").on(t.caseId, t.receivedAt.desc()),
    index("public_assessment_email").on(t.email),
  ],
);

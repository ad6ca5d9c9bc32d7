import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, rowId } from "./columns";

export type MailKind =
  | "client_invitation"
  | "staff_invitation"
  | "password_reset"
  | "password_changed"
  | "document_returned"
  | "document_received"
  | "item_link"
  | "message_received"
  | "submission_recorded"
  | "application_news"
  | "invitation_recorded"
  | "round_news"
  | "assessment_received"
  | "assessment_received_fr"
  | "enquiry_received"
  | "deadline_reminder"
  | "deadline_missed"
  | "escalation"
  | "incident";
export type MailState = "queued" | "kept" | "sent" | "failed";

/** A mail to be: inserted in the business transaction, rendered from ids when sent (SECURITY.md 6.4). */
export const mail = pgTable(
  "mail",
  {
    id: rowId(),
    kind: text().$type<MailKind>().notNull(),
    toAddress: text().notNull(),
    userId: uuid(),
    caseId: uuid(),
    clientId: uuid(),
    /** Ids and dates only; names are looked up when the mail is rendered. */
    context: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Raw link token sealed under the keyring; wiped once sent or expired. */
    sealedToken: text(),
    tokenExpiresAt: instant(),
    /** queued: to be sent. kept: no SMTP, readable in the app. */
    state: text().$type<MailState>().notNull().default("queued"),
    /** The same for every attempt, and for every writing of the same thing to tell: one row. */
    messageId: text().notNull(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    createdAt: createdAt(),
    sentAt: instant(),
  },
  (t) => [
    uniqueIndex("mail_message_id").on(t.messageId),
    index("mail_queued")
      .on(t.createdAt)
      .where(sql`${t.state} = 'queued'`),
    index("mail_state").on(t.state, t.createdAt),
    index("mail_created").on(t.createdAt.desc()),
  ],
);

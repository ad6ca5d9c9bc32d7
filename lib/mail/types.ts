import type { MailKind, MailState } from "@/lib/db/schema/mail";

/** One line of the outbox. */
export interface OutboxLine {
  id: string;
  kind: MailKind;
  to: string;
  state: MailState;
  createdAt: Date;
  sentAt: Date | null;
  /** Why it was not sent: a code, never the server's words. */
  fault: string | null;
}

/** One mail as it reads now. */
export interface OutboxMail extends OutboxLine {
  subject: string;
  text: string;
  /** `retry`: it failed for good, and may go out once more as it is. */
  allowed: { retry: boolean };
  /** Where its link leads; null when it has none, or when the secret in it is masked or gone. */
  link: { label: string; url: string } | null;
}

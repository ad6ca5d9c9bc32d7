/** One row of the audit log as Settings shows it. */
export interface AuditLine {
  id: string;
  at: Date;
  /** The person's name, or what ran in the background. */
  actor: string;
  role: string;
  event: string;
  outcome: "ok" | "refused";
  object: string;
  requestId: string | null;
}

/** Every event of the audit log, past tense. A command names one of these or does not compile. */
export type AuditEventName =
  | "session.started"
  | "session.ended"
  | "session.refused"
  | "user.invited"
  | "user.invitation_accepted"
  | "user.created"
  | "user.changed"
  | "user.disabled"
  | "user.enabled"
  | "leave.recorded"
  | "leave.changed"
  | "leave.removed"
  | "password.reset_requested"
  | "password.reset"
  | "firm.changed"
  | "lead_time.set"
  | "template.changed"
  | "template.published"
  | "template.discarded"
  | "case.opened"
  | "case.edited"
  | "case.assigned"
  | "case.advanced"
  | "case.closed"
  | "case.plan_changed"
  | "case.exported"
  | "client.invited"
  | "client.changed"
  | "agreement.recorded"
  | "person.added"
  | "person.changed"
  | "person.removed"
  | "fact.added"
  | "fact.changed"
  | "fact.removed"
  | "family.changed"
  | "assessment.completed"
  | "assessment.printed"
  | "scenario.saved"
  | "scenario.renamed"
  | "scenario.removed"
  | "assessment.received"
  | "assessment.compared"
  | "profile.recorded"
  | "profile.changed"
  | "profile.withdrawn"
  | "profile.expired"
  | "round.recorded"
  | "round.corrected"
  | "round.imported"
  | "round.replay_started"
  | "round.replay_advanced"
  | "round.no_invitation_noted"
  | "round.replay_exported"
  | "round.news_told"
  | "invitation.recorded"
  | "invitation.accepted"
  | "invitation.declined"
  | "invitation.expired"
  | "stream.added"
  | "stream.changed"
  | "nomination.interest_recorded"
  | "nomination.applied"
  | "nomination.issued"
  | "nomination.offered"
  | "nomination.accepted"
  | "nomination.ended"
  | "nomination.lapsed"
  | "nomination.ircc_told"
  | "nomination.document_added"
  | "nomination.document_changed"
  | "nomination.document_removed"
  | "checklist.generated"
  | "checklist.refreshed"
  | "checklist.template_taken"
  | "requirement.added"
  | "requirement.requested"
  | "requirement.waived"
  | "requirement.unwaived"
  | "requirement.changed"
  | "upload.reserved"
  | "document.received"
  | "document.review_started"
  | "document.review_taken_over"
  | "document.flagged"
  | "document.flag_settled"
  | "document.moved"
  | "document.accepted"
  | "document.returned"
  | "document.review_undone"
  | "document.opened"
  | "package.begun"
  | "package.arranged"
  | "package.build_requested"
  | "package.advanced"
  | "package.built"
  | "package.frozen"
  | "package.downloaded"
  | "document.refused"
  | "item_link.made"
  | "item_link.revoked"
  | "message.sent"
  | "message.read"
  | "note.written"
  | "deadline.set"
  | "deadline.derived"
  | "deadline.met"
  | "deadline.missed"
  | "task.added"
  | "task.changed"
  | "task.assigned"
  | "task.done"
  | "task.dropped"
  | "task.reopened"
  | "task.snoozed"
  | "task.snooze_ended"
  | "proof.confirmed"
  | "proof.refused"
  | "facts.objected"
  | "facts.objection_answered"
  | "submission.signed_off"
  | "submission.sign_off_withdrawn"
  | "submission.approved"
  | "submission.recorded"
  | "rule.drafted"
  | "rule.changed"
  | "rule.discarded"
  | "rule.compared"
  | "rule.activated"
  | "rule.retired"
  | "rule.run_advanced"
  | "mail.sent"
  | "mail.failed"
  | "mail.opened"
  | "command.refused"
  | "seed.loaded";

export type AuditDetail = Record<string, string | number | boolean | null>;

/** One row of the log, as a command states it; who and when come from the context. */
export interface AuditEntry {
  event: AuditEventName;
  object: { kind: string; id: string | null };
  /** Set both for anything that belongs to a case, so that it shows on its timeline. */
  caseId?: string;
  clientId?: string;
  outcome?: "ok" | "refused";
  /** Labels, dates, states; never contents, tokens, passwords or notes. */
  detail?: AuditDetail;
}

declare const AUDITED: unique symbol;

/** A result that says what it did. A command must return one, and only `audited` and `unchanged` make one. */
export interface Audited<T> {
  readonly [AUDITED]: true;
  readonly result: T;
  readonly entries: readonly AuditEntry[];
}

export function audited<T>(result: T, first: AuditEntry, ...rest: AuditEntry[]): Audited<T> {
  return { result, entries: [first, ...rest] } as unknown as Audited<T>;
}

/** The result of a command that found nothing left to do: nothing was written, so there is nothing to log. */
export function unchanged<T>(result: T): Audited<T> {
  return { result, entries: [] } as unknown as Audited<T>;
}

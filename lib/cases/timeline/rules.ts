/**
 * The audit log of a case in plain words. Pure: an event and its labels in, a sentence out. An event that nobody
 * has written words for yet still reads as a sentence, so nothing is ever missing from a timeline.
 */
import { AFTER_SUBMISSION_WORDS, CHECKLIST_WORDS, label, withLabel, type Detail } from "../sentences/rules";
import type { LoggedEvent, TimelineKind } from "./types";

/** `Job, principal`, in lower case inside a sentence. */
function fact(detail: Detail): string {
  const person = withLabel(", ", detail, "person").toLowerCase();
  return `${label(detail, "fact", "a fact").toLowerCase()}${person}`;
}

const WORDS: Readonly<Record<string, (detail: Detail) => string>> = {
  ...AFTER_SUBMISSION_WORDS,
  "case.opened": (d) => `opened the file${withLabel(" for ", d, "owner")}`,
  "case.edited": (d) => `changed ${label(d, "what", "the file")}`,
  "case.assigned": (d) => `gave the case to ${label(d, "to")}${withLabel(", it was with ", d, "from")}`,
  "case.advanced": (d) => `moved the case from ${label(d, "from")} to ${label(d, "to")}`,
  "case.closed": (d) =>
    `${d.as === "WITHDRAWN" ? "recorded that the client withdrew" : "closed the file"}${withLabel(": ", d, "reason")}`,
  "case.plan_changed": (d) =>
    d.to === null || d.to === undefined
      ? "took away the planned submission"
      : `planned the submission for ${label(d, "to")}${withLabel(", before ", d, "from")}`,
  "client.invited": () => "invited the client to the portal",
  "client.changed": () => "changed the client's contact",
  "agreement.recorded": (d) =>
    `recorded: ${label(d, "agreement", "agreement").toLowerCase()}${withLabel(", signed ", d, "signedOn")}${withLabel(", document ", d, "document")}`,
  "person.added": (d) => `added a person, ${label(d, "person", "family member").toLowerCase()}`,
  "person.changed": (d) => `changed facts of ${label(d, "person", "a person").toLowerCase()}`,
  "person.removed": (d) => `removed ${label(d, "person", "a person").toLowerCase()} from the file`,
  "fact.added": (d) => `added ${fact(d)}`,
  "fact.changed": (d) => `changed ${fact(d)}`,
  "fact.removed": (d) => `removed ${fact(d)}`,
  "family.changed": (d) => `changed ${label(d, "fact", "facts of the family").toLowerCase()}`,
  "assessment.completed": (d) =>
    `completed the assessment${withLabel(": ", d, "program")}${withLabel(", ", d, "score", " points")}`,
  "assessment.printed": (d) =>
    `printed the assessment${withLabel(" of ", d, "on")}${withLabel(", ", d, "score", " points")}${withLabel(", version ", d, "factsVersion", " of the facts")}`,
  "assessment.received": (d) =>
    d.outcome === "matched"
      ? "received new answers of this person from the public assessment, to be compared"
      : "received the answers from the public assessment",
  "assessment.compared": (d) =>
    `compared the answers of the public assessment${withLabel(", taken over: ", d, "taken")}`,
  "scenario.saved": (d) =>
    `kept a scenario${Number(d.changes) > 1 ? ` of ${Number(d.changes)} changes` : ""}`,
  "scenario.renamed": () => "renamed a scenario",
  "scenario.removed": () => "removed a scenario",
  "task.added": (d) => `added a task: ${label(d, "title")}${withLabel(", due ", d, "dueOn")}`,
  "task.changed": (d) => `changed the task ${label(d, "title")}${withLabel(", due ", d, "dueOn")}`,
  "task.assigned": (d) => `gave the task ${label(d, "title")} to ${label(d, "to")}`,
  "task.done": (d) => `did the task ${label(d, "title")}${withLabel(", the next is due ", d, "next")}`,
  "task.dropped": (d) => `dropped the task ${label(d, "title")}`,
  "task.reopened": (d) => `opened the task ${label(d, "title")} again`,
  "task.snoozed": (d) => `put off on Today: ${label(d, "title")}${withLabel(", until ", d, "until")}`,
  "task.snooze_ended": (d) => `took back what was put off on Today${withLabel(" until ", d, "until")}`,
  "profile.recorded": (d) =>
    `recorded profile ${label(d, "number")}${withLabel(", submitted ", d, "submittedAt")}${withLabel(", ", d, "score", " points")}`,
  "profile.changed": (d) =>
    `changed the score of profile ${label(d, "number")}${withLabel(" from ", d, "from")}${withLabel(" to ", d, "to")}`,
  "profile.withdrawn": (d) => `withdrew profile ${label(d, "number")}${withLabel(": ", d, "reason")}`,
  "profile.expired": (d) => `noted that profile ${label(d, "number")} left the pool after a year`,
  "invitation.recorded": (d) =>
    `recorded the invitation${withLabel(" under ", d, "class")}${withLabel(" of ", d, "receivedAt")}${withLabel("; last day ", d, "deadline")}`,
  "deadline.assigned": (d) =>
    `gave the date “${label(d, "title")}” to ${label(d, "to", "a colleague")}${withLabel(", before ", d, "from")}`,
  "invitation.letter_attached": (d) => `attached the invitation letter${withLabel(": ", d, "document")}`,
  "invitation.date_changed": (d) =>
    `changed the date of the invitation${withLabel(" from ", d, "from")}${withLabel(" to ", d, "to")}${withLabel(": ", d, "reason")}; to be confirmed`,
  "invitation.confirmed": (d) =>
    `confirmed the date of the invitation by its letter${withLabel("; last day ", d, "deadline")}`,
  "invitation.disputed": (d) =>
    `read another date in the invitation letter${withLabel(": ", d, "read")}${withLabel(" instead of ", d, "entered")}`,
  "invitation.accepted": (d) => `accepted the invitation${withLabel(": ", d, "reason")}`,
  "invitation.declined": (d) => `declined the invitation${withLabel(": ", d, "reason")}`,
  "invitation.expired": (d) => `noted that the invitation lapsed${withLabel(" after ", d, "deadline")}`,
  "nomination.interest_recorded": (d) =>
    `recorded that ${label(d, "province", "a province")} is interested${withLabel(", answer by ", d, "answerBy")}`,
  "nomination.applied": (d) =>
    `recorded the application to ${label(d, "province", "a province")}${withLabel(" of ", d, "on")}`,
  "nomination.issued": (d) =>
    `recorded the nomination by ${label(d, "province", "a province")}${withLabel(" of ", d, "on")}${withLabel(", certificate ", d, "certificate")}`,
  "nomination.offered": (d) =>
    `recorded the nomination in IRCC's account${withLabel(", to be accepted by ", d, "acceptBy")}`,
  "nomination.accepted": (d) =>
    `recorded that the nomination was accepted${withLabel(" on ", d, "on")}${withLabel(", score now ", d, "score")}`,
  "nomination.ended": (d) =>
    `recorded: ${label(d, "outcome", "the nomination ended").toLowerCase()}${withLabel(" on ", d, "on")}${withLabel(": ", d, "reason")}`,
  "nomination.lapsed": (d) =>
    `noted that the nomination lapsed${withLabel(", not accepted by ", d, "acceptBy")}`,
  "nomination.ircc_told": (d) =>
    `recorded that IRCC was told of the withdrawn nomination${withLabel(" on ", d, "on")}`,
  "nomination.document_added": (d) => `noted ${label(d, "title", "a document")} for the province`,
  "nomination.document_changed": (d) =>
    `noted ${label(d, "title", "a document")} for the province${withLabel(" as sent on ", d, "sentOn")}`,
  "nomination.document_removed": (d) => `removed ${label(d, "title", "a document")} for the province`,
  "checklist.generated": (d) => `generated the checklist${withLabel(", ", d, "added", " items")}`,
  "checklist.refreshed": () => "brought the checklist in line with the facts",
  "checklist.template_taken": (d) =>
    `took version ${label(d, "to", "a newer one")} of the firm’s template${withLabel(": ", d, "changes")}`,
  ...CHECKLIST_WORDS,
  "upload.reserved": () => "began an upload",
  "document.received": (d) =>
    `${d.from === undefined ? "uploaded" : "put together"} ${label(d, "title", "a document")}${
      Number(d.version) > 1 ? `, version ${Number(d.version)}` : ""
    }${withLabel(", from ", d, "from")}${withLabel(", as ", d, "sender")}`,
  "item_link.made": (d) =>
    `made a link for ${label(d, "title", "an item")}${d.mailed === true ? " and had it mailed" : ""}${withLabel(", good until ", d, "until")}`,
  "item_link.revoked": (d) => `revoked a link for ${label(d, "title", "an item")}`,
  "document.review_started": (d) => `began to review ${label(d, "title", "a document")}`,
  "document.review_taken_over": (d) =>
    `took over the review of ${label(d, "title", "a document")}${withLabel(" from ", d, "from")}`,
  "document.flagged": (d) =>
    `flagged ${label(d, "title", "a document")}: it contradicts a fact${withLabel(" (", d, "fact", ")")}`,
  "document.flag_settled": (d) =>
    `settled a contradiction in ${label(d, "title", "a document")}${withLabel(": ", d, "reason")}`,
  "document.moved": (d) =>
    `moved a file from ${label(d, "title", "an item")} to ${label(d, "to", "another")}`,
  "document.discarded": (d) => `took ${label(d, "title", "a file")} back before its message was sent`,
  "document.accepted": (d) =>
    `accepted ${label(d, "title", "a document")}${withLabel(", valid until ", d, "validUntil")}`,
  "document.returned": (d) => `returned ${label(d, "title", "a document")}${withLabel(": ", d, "reason")}`,
  "document.review_undone": (d) => `took back the decision on ${label(d, "title", "a document")}`,
  "document.opened": (d) => `looked at ${label(d, "title", "a document")}`,
  "document.refused": (d) => `was refused ${label(d, "title", "a document")}${withLabel(": ", d, "why")}`,
  "package.begun": (d) => `began package ${label(d, "number")}`,
  "package.arranged": (d) => `arranged package ${label(d, "number")}${withLabel(": ", d, "slot")}`,
  "package.build_requested": (d) => `had package ${label(d, "number")} built`,
  "package.advanced": (d) =>
    `worked on the package${withLabel(": ", d, "file")}${withLabel(": ", d, "read")}`,
  "package.built": (d) => `built package ${label(d, "number")}`,
  "package.frozen": (d) => `approved package ${label(d, "number")}${withLabel(", despite: ", d, "despite")}`,
  "package.downloaded": (d) => `took out package ${label(d, "number")}`,
  "message.sent": () => "wrote a message",
  "message.read": () => "read the messages",
  "message.settled": () => "noted that what the client wrote needs no answer",
  "note.written": () => "wrote a note",
  "mail.opened": () => "read a mail about this file in the outbox",
  "deadline.set": (d) => `set a date: ${label(d, "title", "deadline")}, ${label(d, "dueOn")}`,
  "deadline.met": (d) => `met a date: ${label(d, "title", "deadline")}`,
  "deadline.missed": (d) => `noted a missed date: ${label(d, "title", "deadline")}, ${label(d, "dueOn")}`,
  "proof.confirmed": (d) =>
    `read ${label(d, "fact", "a fact")} in ${label(d, "title", "a document")}${withLabel(", page ", d, "page")}`,
  "proof.refused": (d) => `found ${label(d, "fact", "a fact")} not proven by its documents`,
  "facts.objected": (d) => `said that something is wrong in ${label(d, "section", "the facts")}`,
  "facts.objection_answered": (d) => `answered what was said of ${label(d, "section", "the facts")}`,
  "submission.signed_off": (d) =>
    `signed off the application${d.claimed === undefined ? "" : `, ${label(d, "proven")} of ${label(d, "claimed")} points proven`}${withLabel(": ", d, "reason")}`,
  "submission.sign_off_withdrawn": () => "withdrew the sign-off",
  "submission.approved": () => "confirmed that the facts are true",
  "submission.recorded": (d) =>
    `recorded the submission${withLabel(" of ", d, "submittedAt")}${withLabel(", confirmation ", d, "confirmationNumber")}`,
};

const MACHINES: Readonly<Record<string, string>> = {
  worker: "Landfall",
  "sign-in": "Landfall",
  "public-assessment": "The public assessment",
  "command-line": "The command line",
  seed: "Demo data",
};

/** Who did it: a person's name, or what acted on its own. */
export function actorOf(event: LoggedEvent): { actor: string; byMachine: boolean } {
  if (event.actorRole === "link") return { actor: "Somebody with a link", byMachine: false };
  const machine = MACHINES[event.actorRole];
  if (machine !== undefined) return { actor: machine, byMachine: true };
  return { actor: event.actorName ?? "Somebody", byMachine: false };
}

/** What they did, to be read after the name: `returned Reference letter: hours per week missing`. */
export function wordsOf(event: LoggedEvent): string {
  const known = WORDS[event.event];
  // "for" somebody else only: a file one opens for oneself is just opened.
  const detail = event.detail.owner === event.actorName ? { ...event.detail, owner: null } : event.detail;
  const words = known ? known(detail) : event.event.replace(/[._]/g, " ");
  const refused = event.outcome === "refused" && event.event !== "document.refused";
  return refused ? `tried, and was refused: ${words}` : words;
}

/** The events of each kind; what stands in none is `other`. */
export const KIND_EVENTS: Readonly<Record<Exclude<TimelineKind, "other">, readonly string[]>> = {
  steps: [
    "case.opened",
    "case.edited",
    "case.assigned",
    "case.advanced",
    "case.closed",
    "case.plan_changed",
    "agreement.recorded",
    "assessment.completed",
    "assessment.printed",
    "assessment.received",
    "profile.recorded",
    "profile.changed",
    "profile.withdrawn",
    "profile.expired",
    "invitation.recorded",
    "invitation.letter_attached",
    "invitation.date_changed",
    "invitation.confirmed",
    "invitation.disputed",
    "invitation.accepted",
    "invitation.declined",
    "invitation.expired",
    "nomination.interest_recorded",
    "nomination.applied",
    "nomination.issued",
    "nomination.offered",
    "nomination.accepted",
    "nomination.ended",
    "nomination.lapsed",
    "nomination.ircc_told",
    "facts.objected",
    "facts.objection_answered",
    "submission.signed_off",
    "submission.sign_off_withdrawn",
    "submission.approved",
    "submission.recorded",
    ...Object.keys(AFTER_SUBMISSION_WORDS),
  ],
  facts: [
    "client.changed",
    "person.added",
    "person.changed",
    "person.removed",
    "fact.added",
    "fact.changed",
    "fact.removed",
    "family.changed",
    "scenario.saved",
    "scenario.renamed",
    "scenario.removed",
    "assessment.compared",
  ],
  documents: [
    "checklist.generated",
    "checklist.refreshed",
    "checklist.template_taken",
    "requirement.added",
    "requirement.requested",
    "requirement.applied",
    "requirement.waived",
    "requirement.unwaived",
    "requirement.changed",
    "upload.reserved",
    "document.received",
    "item_link.made",
    "item_link.revoked",
    "document.review_started",
    "document.review_taken_over",
    "document.flagged",
    "document.flag_settled",
    "document.moved",
    "document.discarded",
    "document.accepted",
    "document.returned",
    "document.review_undone",
    "package.begun",
    "package.arranged",
    "package.build_requested",
    "package.advanced",
    "package.built",
    "package.frozen",
    "proof.confirmed",
    "proof.refused",
    "nomination.document_added",
    "nomination.document_changed",
    "nomination.document_removed",
  ],
  messages: ["message.sent", "message.read", "message.settled", "note.written"],
  dates: ["deadline.set", "deadline.met", "deadline.missed"],
  access: ["client.invited", "document.opened", "document.refused", "package.downloaded"],
};

export const KIND_LABELS: Readonly<Record<TimelineKind, string>> = {
  steps: "Steps",
  facts: "Facts",
  documents: "Documents",
  messages: "Messages",
  dates: "Dates",
  access: "Access",
  other: "Other",
};

export function kindOf(event: string): TimelineKind {
  const kinds = Object.keys(KIND_EVENTS) as Exclude<TimelineKind, "other">[];
  return kinds.find((kind) => KIND_EVENTS[kind].includes(event)) ?? "other";
}

/** The kind an address asks for; anything else is the whole timeline. */
export function readKind(text: string | undefined): TimelineKind | null {
  return text !== undefined && Object.hasOwn(KIND_LABELS, text) ? (text as TimelineKind) : null;
}

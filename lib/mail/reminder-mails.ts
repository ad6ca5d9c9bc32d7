/** What staff are told about dates, and administrators about the installation: file numbers and dates, nothing more. */
import type { MailKind } from "@/lib/db/schema/mail";
import { formatDate, formatDaysLeft } from "@/lib/format/dates";
import { casePage, type MailFacts, type Template } from "./mail-content";

const fileOf = ({ caseNumber }: MailFacts) => caseNumber ?? "A file";
const dateOf = ({ due }: MailFacts) => (due ? formatDate(due.on) : "a date");
const leftOf = ({ due }: MailFacts) => (due ? formatDaysLeft(due.daysLeft) : "soon");

const deadlineReminder: Template = (facts) => ({
  subject: `${fileOf(facts)}: ${leftOf(facts)}${facts.due && facts.due.daysLeft > 0 ? " left" : ""}`,
  paragraphs: [
    `A date of file ${fileOf(facts)} is ${dateOf(facts)} (${leftOf(facts)}).`,
    "What it is, and what is still open, is on the file.",
  ],
  link: { label: "Open the file", url: casePage(facts, "overview") },
});

const deadlineMissed: Template = (facts) => ({
  subject: `MISSED: ${fileOf(facts)}, ${dateOf(facts)}`,
  paragraphs: [
    `A date of file ${fileOf(facts)} has passed: ${dateOf(facts)} (${leftOf(facts)}).`,
    "Decide what follows. Until that is recorded you are told every morning.",
  ],
  link: { label: "Open your notices", url: `${facts.appOrigin}/notices` },
});

const escalation: Template = (facts) => ({
  subject: `Still open: ${fileOf(facts)}, ${dateOf(facts)}`,
  paragraphs: [
    `A date of file ${fileOf(facts)} is in danger: ${dateOf(facts)} (${leftOf(facts)}).`,
    "This comes every morning until somebody has acted, or a decision with its reason is recorded.",
  ],
  link: { label: "Open your notices", url: `${facts.appOrigin}/notices` },
});

const INCIDENTS: Readonly<Record<string, string>> = {
  worker_silent:
    "The worker has been silent for two minutes: no mail, no reminder and no other background work is done.",
  reminder_late: "A reminder is more than half an hour late.",
};

/** To an administrator, about the installation itself. */
const incident: Template = ({ appOrigin, context = {} }) => ({
  subject: "Landfall needs attention",
  paragraphs: [
    INCIDENTS[context.incident ?? ""] ?? "Something beside the app itself does not work.",
    "Look at the worker process and its log. This is written once for each incident.",
  ],
  link: { label: "Open the jobs", url: `${appOrigin}/settings/jobs` },
});

export const REMINDERS: Partial<Readonly<Record<MailKind, Template>>> = {
  deadline_reminder: deadlineReminder,
  deadline_missed: deadlineMissed,
  escalation,
  incident,
};

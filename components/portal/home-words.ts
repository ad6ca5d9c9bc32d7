/** Every sentence of the client's first page, in one place. English now. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Doing, Meanwhile, NextThing, Opening, PortalHome, PortalWindow } from "@/lib/portal/types";
import { formatDate } from "@/lib/format/dates";
import { inSentence } from "./item-words";
import { dayNear, distance, whenNear } from "./near-date";

type Day = { today: IsoDate; timeZone: string };

export const HEADINGS: Readonly<Record<NextThing["kind"], string>> = {
  redo: "One thing for you today",
  send: "One thing for you today",
  confirm: "One thing for you today",
  ahead: "Nothing is due. You can get ahead",
  nothing: "Nothing for you today",
};

export function greeting({ partOfDay }: Pick<PortalHome, "partOfDay">, givenName: string): string {
  return `Good ${partOfDay}, ${givenName}`;
}

export const CARD = {
  doNext: "Do this next",
  getAhead: "If you have it at hand",
  confirmTitle: "Confirm that your facts are right",
  confirmText:
    "Every document is accepted, and we have checked the application. Read the facts once more; we send it after you confirm them.",
  confirmButton: "Read and confirm",
  redoButton: "Send the new one",
  sendButton: "Send it now",
  aheadText: "We have not asked for it yet, but it is needed in any case.",
} as const;

export function redoTitle(name: string): string {
  return `Send ${name} once more`;
}

export function sendTitle(name: string): string {
  return `Send ${name}`;
}

/** `Best by Wed 2 Dec, in 9 days`. */
export function bestByWords(bestBy: IsoDate, today: IsoDate): string {
  if (bestBy < today) return "As soon as you can: time is short";
  return `Best by ${dayNear(bestBy, today)}, ${distance(bestBy, today)}`;
}

export function moreWords(more: number): string {
  return more === 1 ? "1 more document waits for you" : `${more} more documents wait for you`;
}

/** What happens while the client has nothing to do. */
export const MEANWHILE: Readonly<Record<Meanwhile, { title: string; text: string }>> = {
  invited: {
    title: "You are invited to apply",
    text: "We go through the invitation and write the list of documents. You get a message as soon as there is something for you.",
  },
  listing: {
    title: "We are writing your list",
    text: "The list of documents follows from your facts. You get a message when it is here.",
  },
  checking: {
    title: "We are checking what you sent",
    text: "You get a message if something has to be done again.",
  },
  waiting: {
    title: "We wait for others",
    text: "What is still open comes from somebody else: an employer, the police, a doctor. When it reaches you, open it below and send it.",
  },
  preparing: {
    title: "We are preparing the rest",
    text: "What is still open is ours to do. You get a message when we need you.",
  },
  reading: {
    title: "We read everything once more",
    text: "Every document is accepted. When we have read the application as a whole, we ask you to confirm the facts.",
  },
  sending: {
    title: "Your application is ready",
    text: "You have confirmed the facts. We send the application now, and tell you its number here.",
  },
};

export function daysLeftWords({ daysLeft }: PortalWindow): { figure: string; unit: string } {
  if (daysLeft < 0) return { figure: "0", unit: "days left" };
  return { figure: String(daysLeft), unit: daysLeft === 1 ? "day left" : "days left" };
}

export function untilWords({ lastDay, daysLeft }: PortalWindow): string {
  if (daysLeft < 0) return `the last day was ${formatDate(lastDay)}`;
  return daysLeft === 0 ? `today is the last day, ${formatDate(lastDay)}` : `until ${formatDate(lastDay)}`;
}

/** How long before the last day, in words: `a week before the last day`. */
function before(days: number): string {
  if (days <= 0) return "on the last day";
  if (days === 1) return "a day before the last day";
  if (days === 7) return "a week before the last day";
  return days === 14 ? "two weeks before the last day" : `${days} days before the last day`;
}

export function planWords({ plannedOn }: PortalWindow, today: IsoDate, daysBefore: number): string {
  if (plannedOn === null) return "We tell you the day on which we plan to send your application.";
  if (plannedOn < today)
    return `We had planned to send your application on ${dayNear(plannedOn, today)}. We set a new day with you.`;
  return `We expect to send your application on ${dayNear(plannedOn, today)}, ${before(daysBefore)}.`;
}

/** Up to three titles, and how many more. */
function list(titles: readonly string[]): string {
  const [first = "", ...others] = titles.slice(0, 3);
  const shown = [first, ...others.map(inSentence)].join("; ");
  return titles.length > 3 ? `${shown}; and ${titles.length - 3} more` : shown;
}

function oneOrMany(titles: readonly string[], one: (title: string) => string, many: string): string {
  const [only] = titles;
  return titles.length === 1 && only !== undefined ? one(inSentence(only)) : many;
}

/** What the firm is doing: a line, and one that explains it. */
export function doingWords(doing: Doing, day: Day): { title: string; text: string } {
  switch (doing.kind) {
    case "checking": {
      const { titles, since } = doing;
      const came = since === null ? "" : `It came ${whenNear(since, day)}. `;
      return titles.length === 1
        ? {
            title: oneOrMany(titles, (title) => `Checking your ${title}`, ""),
            text: `${came}This usually takes up to two working days.`,
          }
        : { title: `Checking ${titles.length} documents`, text: `${list(titles)}.` };
    }
    case "writing":
      return {
        title: oneOrMany(
          doing.titles,
          (title) => `Writing: ${title}`,
          `Writing ${doing.titles.length} papers`,
        ),
        text:
          doing.titles.length === 1 ? "You get it for a look before it is sent." : `${list(doing.titles)}.`,
      };
    case "steps":
      return {
        title: oneOrMany(
          doing.titles,
          (title) => `Finding out how you get the ${title}`,
          `Finding out how you get ${doing.titles.length} documents`,
        ),
        text:
          doing.titles.length === 1
            ? "We send you the steps."
            : `${list(doing.titles)}. We send you the steps.`,
      };
    case "reading":
      return { title: "Reading your application as a whole", text: "Then we ask you to confirm the facts." };
    case "sending":
      return { title: "Sending your application", text: "We tell you its number here." };
  }
}

export const ROLES: Readonly<Record<Opening["role"], string>> = {
  owner: "your consultant",
  consultant: "consultant",
  manager: "managing consultant",
  administrator: "administrator",
};

export const SECTIONS = {
  progress: "How far you are",
  documentsAccepted: "documents accepted",
  documents: "Your documents",
  doing: "What we are doing",
  openings: "Who saw your documents",
  everyView: "See every view",
  messages: "Messages",
  noMessage: "Nothing yet. Write to us whenever something is unclear.",
  optional: "only if you have it",
} as const;

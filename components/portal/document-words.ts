/** The sentences of one document's page and of its receipt. */
import type { PortalVersion } from "@/lib/portal/types";

export const DOCUMENT_WORDS = {
  back: "All documents",
  redo: "Please redo, because…",
  returnedOn: (when: string) => `We looked at it ${when}`,
  why: "Why it is needed",
  good: "What a good one looks like",
  points: "The points we check",
  pointsLead: "The very list we tick when we look at it.",
  terms: "Words on this page",
  faults: "What often goes wrong",
  send: "Send it",
  again: "Send another version",
  againText: "The one you sent stays here too. We look at the newest.",
  versions: "What was sent so far",
  waking: "One moment: the buttons for sending are on their way with the rest of the page.",
  needsScript:
    "Sending a file needs JavaScript, and this browser has it turned off. Turn it on, or bring us the document another way.",
  open: "Open the file",
  look: "Look at it",
  by: { you: "by you", firm: "by us" },
  optional: "Send it only if you have it.",
  from: {
    other: "Somebody else issues this. When you have it in hand, send it here.",
    firm: "We write this one. You need not send anything.",
  },
} as const;

const VERSION_STATES: Readonly<Record<PortalVersion["state"], string>> = {
  received: "With us",
  in_review: "We are checking it",
  accepted: "Accepted",
  returned: "Please redo",
};

/** What became of a file; an older one that nobody decided on was overtaken by the next. */
export function versionState({ state }: PortalVersion, isNewest: boolean): string {
  const undecided = state === "received" || state === "in_review";
  return undecided && !isNewest ? "Replaced by a newer one" : VERSION_STATES[state];
}

export const RECEIVED_WORDS = {
  title: "Received, thank you",
  safe: "It is stored safely. Please keep the paper original.",
  steps: {
    label: "What happens now",
    received: "Received",
    receipt: (when: string, receipt: string) => `${when}, receipt ${receipt}`,
    check: (name: string) => `${name} checks it`,
    checkText: "Usually within two working days",
    end: "Accepted, or please redo",
    endText: "You get one message, with the reason",
  },
  nothingElse: "Nothing else for you today.",
  backHome: "Back to your page",
} as const;

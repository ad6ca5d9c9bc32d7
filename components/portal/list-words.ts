/** The sentences of the list of documents and of the list of views. */
import type { PortalPart } from "@/lib/portal/types";

export const LIST_WORDS = {
  title: "Documents",
  none: "There is no list yet. It follows from an invitation to apply; we tell you when it is here.",
  lead: "Each document is in one of these four places.",
} as const;

export const PART_HEADINGS: Readonly<Record<PortalPart, { title: string; text: string }>> = {
  for_you: { title: "For you to send", text: "" },
  with_us: { title: "With us", text: "We check or write these. You have nothing to do." },
  on_the_way: {
    title: "On the way",
    text: "These come from somebody else. When one reaches you, open it and send it.",
  },
  accepted: { title: "Accepted", text: "Nothing more to do for these." },
};

export const PART_ORDER: readonly PortalPart[] = ["for_you", "with_us", "on_the_way", "accepted"];

export const VIEWS_WORDS = {
  title: "Who saw your documents",
  lead: "Everybody at the firm who had one of your documents open, newest first. A document opened several times on a day is one line.",
  none: "Nobody has opened one of your documents yet.",
} as const;

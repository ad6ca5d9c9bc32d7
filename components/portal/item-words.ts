/** What is said of one document, on every page of the portal. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { PortalItem, PortalPart, PortalPerson, Relation } from "@/lib/portal/types";
import { dayNear } from "./near-date";

/** `passport` inside a sentence; `IMM 5476` stays as it is. */
export function inSentence(title: string): string {
  const [first = "", second = ""] = title;
  return second === second.toLowerCase() ? first.toLowerCase() + title.slice(1) : title;
}

/** `your passport`, `Tara’s passport`, `the proof of settlement funds`. */
export function itsName({ title }: Pick<PortalItem, "title">, person: PortalPerson | null): string {
  const name = inSentence(title);
  if (person === null) return `the ${name}`;
  return person.relation === "you" ? `your ${name}` : `${person.givenName}’s ${name}`;
}

/** Longest name that stands beside “Take a photo of” on a phone of 320 px. */
const FITS_BUTTON = 17;

/** For a button: `your passport`, or `it` where the name is long. */
export function shortName(item: Pick<PortalItem, "title">, person: PortalPerson | null): string {
  const [main = item.title] = item.title.split(",");
  const name = itsName({ title: main }, person);
  return name.length <= FITS_BUTTON ? name : "it";
}

const RELATIONS: Readonly<Record<Relation, string | null>> = {
  you: "you",
  spouse: "your spouse",
  partner: "your partner",
  child: null,
};

/** `Neha, you`; children by their name alone. Null: the whole family. */
export function whose(person: PortalPerson | null, alone: boolean): string {
  if (person === null) return alone ? "For your application" : "For all of you";
  const relation = RELATIONS[person.relation];
  return relation === null ? person.givenName : `${person.givenName}, ${relation}`;
}

export const PART_WORDS: Readonly<Record<PortalPart, string>> = {
  accepted: "accepted",
  with_us: "with us",
  on_the_way: "on the way",
  for_you: "for you",
};

function toSend(bestBy: IsoDate | null, today: IsoDate): string {
  if (bestBy === null) return "Please send it";
  return bestBy < today ? "Please send it as soon as you can" : `Please send it by ${dayNear(bestBy, today)}`;
}

/** Where a document is and who acts, in a few words. */
export function stateWords(item: PortalItem, today: IsoDate): string {
  const { state, responsible, returned, requestedOn, bestBy } = item;
  switch (state) {
    case "returned":
      return returned?.short ? `Please redo: ${inSentence(returned.short)}` : "Please redo";
    case "received":
      return "We have it, and check it soon";
    case "in_review":
      return "We are checking it";
    case "accepted":
      return "Accepted";
    case "waived":
      return "Not needed";
    case "requested":
      if (responsible === "firm") return "We are writing it";
      if (responsible === "client") return toSend(bestBy, today);
      return requestedOn === null ? "On the way" : `On the way, asked for on ${dayNear(requestedOn, today)}`;
    case "to_request":
      if (responsible === "firm") return "We write it";
      return responsible === "client" ? "Nothing to do yet; you may send it" : "We tell you how to get it";
  }
}

/** What is said of one document, on every page of the portal. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { PortalItem, PortalPerson } from "@/lib/portal/types";
import { dayNear } from "./near-date";
import type { Words } from "./words";

/** `passport` inside a sentence; `IMM 5476` stays as it is. */
export function inSentence(title: string): string {
  const [first = "", second = ""] = title;
  return second === second.toLowerCase() ? first.toLowerCase() + title.slice(1) : title;
}

/** `your passport`, `Tara’s passport`, `the proof of settlement funds`. */
export function itsName(
  { title }: Pick<PortalItem, "title">,
  person: PortalPerson | null,
  words: Words,
): string {
  const { t, rule } = words;
  const name = inSentence(rule(title));
  if (person === null) return t("item.name.all", { title: name });
  if (person.relation === "you") return t("item.name.you", { title: name });
  return t("item.name.other", { title: name, person: person.givenName });
}

/** Longest name that stands beside “Take a photo of” on a phone of 320 px. */
const FITS_BUTTON = 17;

/** For a button: `your passport`, or `it` where the name is long. */
export function shortName(
  item: Pick<PortalItem, "title">,
  person: PortalPerson | null,
  words: Words,
): string {
  const [main = item.title] = words.rule(item.title).split(",");
  const name = itsName({ title: main }, person, words);
  return name.length <= FITS_BUTTON ? name : words.t("item.it");
}

/** `Neha, you`; children by their name alone. Null: the whole family. */
export function whose(person: PortalPerson | null, alone: boolean, { t }: Words): string {
  if (person === null) return alone ? t("item.alone") : t("item.family");
  const { relation, givenName: name } = person;
  return relation === "child" ? name : t(`item.relation.${relation}`, { name });
}

function toSend(bestBy: IsoDate | null, today: IsoDate, words: Words): string {
  if (bestBy === null) return words.t("item.state.send");
  if (bestBy < today) return words.t("item.state.sendSoon");
  return words.t("item.state.sendBy", { day: dayNear(bestBy, today, words) });
}

/** `It has been waiting for you since Thu 12 Nov.`; empty where nobody has to act. */
export function sinceWords(
  { waiting: { holder, since } }: Pick<PortalItem, "waiting">,
  today: IsoDate,
  words: Words,
): string {
  if (holder === "nobody" || since === null) return "";
  return words.t(`item.since.${holder}`, { day: dayNear(since, today, words) });
}

/** Where a document is and who acts, in a few words. */
export function stateWords(item: PortalItem, today: IsoDate, words: Words): string {
  const { t, rule } = words;
  const { state, responsible, returned, requestedOn, appliedOn, bestBy } = item;
  if (item.waiting.holder === "third_party" && appliedOn !== null)
    return t("item.state.appliedOn", { day: dayNear(appliedOn, today, words) });
  switch (state) {
    case "returned":
      if (!returned?.short) return t("item.state.redo");
      return t("item.state.redoBecause", { reason: inSentence(rule(returned.short)) });
    case "received":
      return t("item.state.received");
    case "in_review":
      return t("item.state.inReview");
    case "accepted":
      return t("item.state.accepted");
    case "waived":
      return t("item.state.waived");
    case "requested":
      if (responsible === "firm") return t("item.state.writing");
      if (responsible === "client") return toSend(bestBy, today, words);
      if (requestedOn === null) return t("item.state.onTheWay");
      return t("item.state.askedOn", { day: dayNear(requestedOn, today, words) });
    case "to_request":
      if (responsible === "firm") return t("item.state.writes");
      return responsible === "client" ? t("item.state.nothingYet") : t("item.state.howToGet");
  }
}

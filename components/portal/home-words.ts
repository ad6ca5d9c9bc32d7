/** The sentences of the client's first page that depend on more than one thing. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";
import type { Doing, PortalWindow } from "@/lib/portal/types";
import { inSentence } from "./item-words";
import { dayNear, distance, whenNear } from "./near-date";
import type { Words } from "./words";

type Day = { today: IsoDate; timeZone: string };

/** `Best by Wed 2 Dec, in 9 days`. */
export function bestByWords(bestBy: IsoDate, today: IsoDate, words: Words): string {
  if (bestBy < today) return words.t("home.bestByMissed");
  return words.t("home.bestBy", {
    day: dayNear(bestBy, today, words),
    distance: distance(bestBy, today, words),
  });
}

export function untilWords({ lastDay, daysLeft }: PortalWindow, { t, locale }: Words): string {
  const date = formatDate(lastDay, locale);
  if (daysLeft < 0) return t("home.untilPast", { date });
  return daysLeft === 0 ? t("home.untilToday", { date }) : t("home.until", { date });
}

/** `We expect to send your application on Fri 11 Dec, a week before the last day.` */
export function planWords(
  { plannedOn }: PortalWindow,
  today: IsoDate,
  daysBefore: number,
  words: Words,
): string {
  if (plannedOn === null) return words.t("home.plan.none");
  const day = dayNear(plannedOn, today, words);
  if (plannedOn < today) return words.t("home.plan.missed", { day });
  return words.t("home.plan.expected", { day, days: Math.max(0, daysBefore) });
}

/** Up to three titles, and how many more. */
function list(titles: readonly string[], { t }: Words): string {
  const [first = "", ...others] = titles.slice(0, 3);
  const shown = [first, ...others.map(inSentence)].join("; ");
  return titles.length > 3
    ? t("doing.listMore", { titles: shown, count: titles.length - 3 })
    : t("doing.list", { titles: shown });
}

/** What the firm is doing: a line, and one that explains it. */
export function doingWords(doing: Doing, day: Day, words: Words): { title: string; text: string } {
  const { t, rule } = words;
  if (doing.kind === "reading" || doing.kind === "sending")
    return { title: t(`doing.${doing.kind}.title`), text: t(`doing.${doing.kind}.text`) };
  const titles = doing.titles.map(rule);
  const [first = ""] = titles;
  const [count, title] = [titles.length, inSentence(first)];
  switch (doing.kind) {
    case "checking":
      if (count > 1) return { title: t("doing.checking", { count }), text: list(titles, words) };
      return {
        title: t("doing.checkingOne.title", { title }),
        text:
          doing.since === null
            ? t("doing.checkingOne.text")
            : t("doing.checkingOne.came", { when: whenNear(doing.since, day, words) }),
      };
    case "writing":
      return count > 1
        ? { title: t("doing.writing", { count }), text: list(titles, words) }
        : { title: t("doing.writingOne.title", { title }), text: t("doing.writingOne.text") };
    case "steps":
      return count > 1
        ? { title: t("doing.steps", { count }), text: t("doing.stepsText", { list: list(titles, words) }) }
        : { title: t("doing.stepsOne.title", { title }), text: t("doing.stepsOne.text") };
  }
}

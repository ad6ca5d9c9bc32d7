import "server-only";
import { createTranslator } from "use-intl/core";
import { formatDate } from "@/lib/format/dates";
import { languageOf, type Locale } from "@/lib/i18n/languages";
import type { CalendarEvent, FeedDeadline } from "./types";

const wordsOf = (locale: Locale) =>
  createTranslator({ locale, messages: languageOf(locale).messages, namespace: "calendar" });

/** The name of a feed, as a calendar lists it. */
export function calendarName(locale: Locale, firmName: string): string {
  return wordsOf(locale)("name", { firm: firmName });
}

function stateOf({ state, changedAt, version, id, dueOn }: FeedDeadline) {
  return { id, on: dueOn, cancelled: state !== "open", changedAt, sequence: Math.max(0, version - 1) };
}

/** A clock as the firm's staff read it: the number of the file and what is due, the name only where it is asked for. */
export function staffEvent(clock: FeedDeadline, withNames: boolean, appOrigin: string): CalendarEvent {
  const file = withNames ? `${clock.number} ${clock.displayName}` : clock.number;
  return {
    ...stateOf(clock),
    title: `${file}: ${clock.title}`,
    description: `${clock.hard ? "Hard deadline" : "Date to keep in mind"}. ${clock.rule}`,
    url: `${appOrigin}/cases/${clock.number}/overview`,
  };
}

/** A clock as the client reads it, in their language. */
export function clientEvent(
  clock: FeedDeadline,
  withNames: boolean,
  locale: Locale,
  appOrigin: string,
): CalendarEvent {
  const t = wordsOf(locale);
  const what = t(`kinds.${clock.kind}`);
  const file = withNames ? `${clock.number} ${clock.displayName}` : clock.number;
  return {
    ...stateOf(clock),
    title: `${file}: ${what}`,
    description: t("last", { date: formatDate(clock.dueOn, locale) }),
    url: `${appOrigin}/portal`,
  };
}

/** What a forecast means for a window, in words before figures. Pure. */
import { addDays, minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { TARGET_DAY } from "@/lib/express-entry/timing/invitation-window";
import type { Ask, SafeStart, WindowRisk, WindowVerdict } from "../types";
import { forecastCompletion, SAFE } from "./simulate";
import type { CompletionForecast, DurationSource, ItemForecast, TimedItem } from "./types";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `4 Dec`: within 60 days the year says nothing. */
function dayMonth(date: string): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
}

/** `police certificate, India`: within a sentence, abbreviations stay as they are. */
function inSentence(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

function nameOf({ title, personName }: Pick<TimedItem, "title" | "personName">): string {
  return personName === null ? title : `${title}, ${personName}`;
}

/** Where an item's days come from. */
export function sourceWords(source: DurationSource): string {
  switch (source.from) {
    case "own":
      return `from your ${source.files} closed items`;
    case "shipped":
      return `from the shipped lead time of ${source.days} days`;
    case "entered":
      return `from the lead time of ${source.days} days you entered`;
  }
}

function riskOf(byLastDay: number): WindowRisk {
  if (byLastDay < 1 - SAFE) return "past_saving";
  return byLastDay < SAFE ? "at_risk" : "on_track";
}

/** The chance as words: what is read first. */
function wordsOf(byLastDay: number): string {
  if (byLastDay < 1 - SAFE) return "Too late as it stands";
  if (byLastDay < 0.5) return "Likely late";
  return byLastDay < SAFE ? "May be late" : "Likely in time";
}

/** What has to happen to the item that decides, and by when. */
function mustHappen({ state, since }: TimedItem, { latest, likely }: ItemForecast, today: IsoDate): string {
  const sinceWords = since === null ? "" : ` ${dayMonth(since)}`;
  switch (state) {
    case "to_request":
      return latest < today
        ? `had to be requested by ${dayMonth(latest)}, lands ${dayMonth(likely)}`
        : `must be requested by ${dayMonth(latest)}`;
    case "requested":
      return `asked${sinceWords}, expected ${dayMonth(likely)}, needed by ${dayMonth(latest)}`;
    case "returned":
      return `returned${sinceWords}, needed again by ${dayMonth(latest)}`;
    case "received":
    case "in_review":
      return `waits for our review${since === null ? "" : ` since${sinceWords}`}`;
  }
}

interface WindowToJudge {
  caseId: string;
  issueDate: IsoDate;
  deadlineDate: IsoDate;
  /** A document that ends earlier; the application must be out by then. */
  earlierStop: { on: IsoDate; title: string } | null;
  stage: string;
  required: number;
}

function nothingOpen({ stage, required }: WindowToJudge): WindowVerdict["decidedBy"] {
  return stage === "READY_TO_SUBMIT"
    ? { what: "Submission", text: "everything is ready; submit and record it" }
    : { what: "Sign-off", text: `all ${required} accepted; sign off and let the client confirm` };
}

/** Without a checklist nothing is known but the days that are left. */
function withoutChecklist({ deadlineDate }: WindowToJudge, today: IsoDate): WindowVerdict {
  const risk =
    deadlineDate < today ? "past_saving" : deadlineDate < addDays(today, 45) ? "at_risk" : "on_track";
  const decidedBy = { what: "Checklist", text: "not generated yet; start the preparation" };
  return { risk, words: "No forecast yet", forecast: null, decidedBy, basis: null, safeStarts: [], asks: [] };
}

/** Latest safe starts of what is not asked for yet, the earliest first. */
function safeStartsOf(
  items: readonly TimedItem[],
  forecast: CompletionForecast,
  today: IsoDate,
): SafeStart[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return forecast.items
    .flatMap(({ id, latest }) => {
      const item = byId.get(id);
      return item?.state === "to_request"
        ? [{ on: latest, title: nameOf(item), missed: latest < today }]
        : [];
    })
    .sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title));
}

/** What is to be asked of the client within so many days. */
const ASK_DAYS = 7;

function whatToAsk({ state, since }: TimedItem): string {
  if (state === "to_request") return "ask for it";
  const on = since === null ? "" : ` ${dayMonth(since)}`;
  return state === "returned" ? `returned${on}: send it again` : `asked${on}: has it come?`;
}

/** What is with the client and has to move this week, the most urgent first. */
function asksOf(items: readonly TimedItem[], forecast: CompletionForecast, today: IsoDate): Ask[] {
  const latest = new Map(forecast.items.map((one) => [one.id, one.latest]));
  return items
    .flatMap((item): Ask[] => {
      const by = latest.get(item.id);
      const isOurs = item.state === "received" || item.state === "in_review";
      if (isOurs || by === undefined || by > addDays(today, ASK_DAYS)) return [];
      return [{ id: item.id, title: nameOf(item), what: whatToAsk(item), by }];
    })
    .sort((a, b) => a.by.localeCompare(b.by) || a.title.localeCompare(b.title));
}

/** The forecast of a window from its open items, whatever they are. */
function forecastWindow(
  window: WindowToJudge,
  items: readonly TimedItem[],
  today: IsoDate,
): CompletionForecast {
  const { deadlineDate, earlierStop, issueDate } = window;
  const lastDay = earlierStop === null ? deadlineDate : minDate(deadlineDate, earlierStop.on);
  const targetDay = minDate(lastDay, addDays(issueDate, TARGET_DAY));
  const signedOff = window.stage === "READY_TO_SUBMIT";
  return forecastCompletion({ caseId: window.caseId, today, lastDay, targetDay, signedOff }, items);
}

/** Judges one window by its open items. */
export function judgeWindow(
  window: WindowToJudge,
  items: readonly TimedItem[],
  today: IsoDate,
): WindowVerdict {
  if (items.length === 0 && window.required === 0) return withoutChecklist(window, today);
  const forecast = forecastWindow(window, items, today);
  const [first] = forecast.items;
  const decider = items.find(({ id }) => id === first?.id);
  return {
    risk: riskOf(forecast.byLastDay),
    words: wordsOf(forecast.byLastDay),
    forecast,
    decidedBy:
      first && decider
        ? { what: inSentence(nameOf(decider)), text: mustHappen(decider, first, today) }
        : nothingOpen(window),
    basis: first ? sourceWords(first.source) : null,
    safeStarts: safeStartsOf(items, forecast, today),
    asks: asksOf(items, forecast, today),
  };
}

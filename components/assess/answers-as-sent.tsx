import { DefinitionList } from "@/components/ui/definition-list";
import type { AnswerPath, Answers } from "@/lib/enquiries/types";
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";
import { languageOf } from "@/lib/i18n/languages";
import { questionKey } from "./question-key";

/** Every answer that says something, by its path, in the order of the questions. */
function filled(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return value === "" ? [] : [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => filled(inner, path === "" ? key : `${path}.${key}`));
}

function textAt(key: string): string | null {
  let place: unknown = languageOf("en").messages.assess;
  for (const part of key.split(".")) {
    place = typeof place === "object" && place !== null ? (place as Record<string, unknown>)[part] : null;
  }
  return typeof place === "string" ? place : null;
}

/** `Job 2: First day`: the question as it was asked, and of which row or person. */
function questionOf(path: string): string {
  const words = textAt(questionKey(path as AnswerPath)) ?? path;
  const [first = ""] = path.split(".");
  const step = textAt(`steps.${first}`) ?? first;
  const row = /\.(\d+)\./.exec(path)?.[1];
  return `${step}${row === undefined ? "" : ` ${Number(row) + 1}`}: ${words}`;
}

/** The answers as they were sent, word for word; codes as they are, dates in the product's spelling. */
export function AnswersAsSent({ answers }: { answers: Answers }) {
  const items = filled(answers).map(([path, text]) => ({
    term: questionOf(path),
    value: isIsoDate(text) ? formatDate(text) : text.replaceAll("_", " "),
  }));
  return <DefinitionList items={items} />;
}

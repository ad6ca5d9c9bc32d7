import type { AnswerPath } from "@/lib/enquiries/types";

/** Answers whose question has another name in the texts than in the data. */
const NAMES: Readonly<Record<string, string>> = { nocCode: "work.occupation", estimate: "language.level" };

function groupOf(path: string): string {
  if (path.includes(".jobs.")) return "work";
  if (/^(?:english|french|partner\.language)/.test(path)) return "language";
  if (/^(?:partner\.)?education/.test(path)) return "education";
  return path.split(".")[0] ?? "";
}

/** The key of a question's words, below `assess`: `canada.jobs.0.from` is `work.from`. */
export function questionKey(path: AnswerPath): string {
  const [part = "", ...rest] = path.split(".");
  const leaf = rest.at(-1) ?? "";
  // Whose language, and where one worked, are asked in words of their own.
  if (leaf === "source") return `language.${part}`;
  if (leaf === "worked") return `work.${part}`;
  return NAMES[leaf] ?? `${groupOf(path)}.${leaf}`;
}

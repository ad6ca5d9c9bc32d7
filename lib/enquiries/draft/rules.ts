/**
 * The assessment as a browser keeps it between visits: read back field by field, so that whatever somebody or an older
 * version of us left there, the answers have the shape of today. Pure.
 */
import { emptyAnswers, emptyEducation, emptyJob, MOST_ROWS, stepsFor } from "../rules";
import type { Answers, StepId } from "../types";

export const DRAFT_KEY = "landfall.assess";
const VERSION = 1;
const LONGEST_ANSWER = 120;

export interface ContactDraft {
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
}

export interface Draft {
  answers: Answers;
  at: StepId | "result";
  contact: ContactDraft;
  /** It was sent: once is enough. */
  sent: boolean;
}

export function emptyDraft(): Draft {
  return {
    answers: emptyAnswers(),
    at: "you",
    contact: { givenName: "", familyName: "", email: "", phone: "" },
    sent: false,
  };
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The row that a list is made of, by the list's name. */
function rowOf(list: string): Json {
  return { ...(list === "education" ? emptyEducation() : emptyJob()) };
}

/** What is kept, in the shape of the template: texts where it has texts, rows of one kind where it has a list. */
function inShapeOf(template: unknown, kept: unknown, name: string): unknown {
  if (typeof template === "string") {
    return typeof kept === "string" && kept.length <= LONGEST_ANSWER ? kept : template;
  }
  if (Array.isArray(template)) {
    if (!Array.isArray(kept)) return template;
    return kept.slice(0, MOST_ROWS).map((row) => inShapeOf(rowOf(name), row, name));
  }
  if (!isObject(template)) return template;
  const known = isObject(kept) ? kept : {};
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [key, inShapeOf(value, known[key], key)]),
  );
}

/** The draft of a stored text; an empty one for nothing, or for what is none. */
export function readDraft(stored: string | null): Draft {
  const empty = emptyDraft();
  let kept: unknown;
  try {
    kept = JSON.parse(stored ?? "null");
  } catch {
    return empty;
  }
  if (!isObject(kept) || kept.version !== VERSION) return empty;
  const answers = inShapeOf(empty.answers, kept.answers, "answers") as Answers;
  const at = stepsFor(answers).find((step) => step === kept.at) ?? (kept.at === "result" ? "result" : "you");
  const contact = inShapeOf(empty.contact, kept.contact, "contact") as ContactDraft;
  return { answers, at, contact, sent: kept.sent === true };
}

export function writeDraft(draft: Draft): string {
  return JSON.stringify({ version: VERSION, ...draft });
}

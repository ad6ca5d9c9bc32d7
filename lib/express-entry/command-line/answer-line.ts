/** One line of `npm run score` in, one line out (CONTRACT.md). */
import type { CanadianStudy } from "../data/crs-tables";
import type { CrsFactors, SpouseFactors } from "../crs/factors";
import { selectRuleset } from "../crs/rulesets";
import { scoreCrs } from "../crs/score";
import { selectionGrid, type AdaptabilityElement, type SelectionGrid } from "../data/crs-tables";
import { gridOn } from "../rule-tables";
import { scoreGrid } from "../eligibility/grid";
import { LANGUAGE_TEST_KINDS } from "../facts";
import { convertScores } from "../language/levels";
import type { IsoDate } from "../timing/calendar-date";
import {
  isObject,
  LineError,
  readBoolean,
  readDate,
  readEducation,
  readLanguages,
  readLevelsOrNull,
  readNumber,
  readObject,
  readOneOf,
  readWhole,
  type JsonObject,
} from "./read-json";

export type Mode = "crs" | "fsw" | "language";
type Id = string | number;
type Answer = Record<string, unknown>;

const STUDY: readonly CanadianStudy[] = ["none", "one_or_two_year", "three_year_plus"];
const FACTOR_KEYS: readonly (keyof CrsFactors)[] = [
  "withSpouse",
  "age",
  "education",
  "firstLanguage",
  "secondLanguage",
  "canadianWorkYears",
  "foreignWorkYears",
  "certificateOfQualification",
  "spouse",
  "siblingInCanada",
  "canadianStudy",
  "provincialNomination",
];

/** The id where one can be read, so that an error can be matched to its line. */
function idOf(value: unknown): Id | null {
  if (!isObject(value) || !Object.hasOwn(value, "id")) return null;
  const { id } = value;
  return typeof id === "string" || (typeof id === "number" && Number.isFinite(id)) ? id : null;
}

function readId(line: JsonObject): Id {
  const id = idOf(line);
  if (id === null) throw new LineError("id", "must be a text or a number");
  return id;
}

function readSpouse(factors: JsonObject, withSpouse: boolean): SpouseFactors | null {
  const path = "factors.spouse";
  if (factors["spouse"] === null) {
    if (withSpouse) throw new LineError(path, "must be given when withSpouse is true");
    return null;
  }
  if (!withSpouse) throw new LineError(path, "must be null when withSpouse is false");
  const spouse = readObject(factors["spouse"], path, ["education", "language", "canadianWorkYears"]);
  return {
    education: readEducation(spouse, path),
    language: readLevelsOrNull(spouse, path, "language"),
    canadianWorkYears: readWhole(spouse, path, "canadianWorkYears"),
  };
}

function readFactors(value: unknown): CrsFactors {
  const path = "factors";
  const factors = readObject(value, path, FACTOR_KEYS);
  const withSpouse = readBoolean(factors, path, "withSpouse");
  return {
    withSpouse,
    age: readWhole(factors, path, "age"),
    education: readEducation(factors, path),
    ...readLanguages(factors, path),
    canadianWorkYears: readWhole(factors, path, "canadianWorkYears"),
    foreignWorkYears: readWhole(factors, path, "foreignWorkYears"),
    certificateOfQualification: readBoolean(factors, path, "certificateOfQualification"),
    spouse: readSpouse(factors, withSpouse),
    siblingInCanada: readBoolean(factors, path, "siblingInCanada"),
    canadianStudy: readOneOf(factors, path, "canadianStudy", STUDY),
    provincialNomination: readBoolean(factors, path, "provincialNomination"),
  };
}

function answerCrs(value: unknown): Answer {
  const line = readObject(value, "", ["id", "on", "factors"], ["allowSuperseded"]);
  const id = readId(line);
  const on = readDate(line, "", "on");
  const allowed = Object.hasOwn(line, "allowSuperseded") && readBoolean(line, "", "allowSuperseded");
  const factors = readFactors(line["factors"]);
  const selection = selectRuleset(on);
  if (selection.kind === "complete") return { id, ...scoreCrs(selection.ruleset, factors) };
  const { latest } = selection;
  if (selection.kind === "none") {
    throw new LineError("on", `no ruleset is in force on ${on}; the latest usable one is ${latest.id}`);
  }
  if (!allowed) {
    throw new LineError(
      "on",
      `${selection.ruleset.id} is in force on ${on} but its values have not been entered; ` +
        `the latest usable ruleset is ${latest.id} (allowSuperseded scores under it)`,
    );
  }
  const { ruleset, ...points } = scoreCrs(latest, factors);
  return { id, ruleset, superseded: true, ...points };
}

const ELEMENTS = Object.keys(selectionGrid.adaptability.elements) as AdaptabilityElement[];

function readAdaptability(value: unknown): AdaptabilityElement[] {
  const path = "fsw.adaptability";
  if (!Array.isArray(value)) throw new LineError(path, "must be a list");
  const elements = value.map((item: unknown, index) => {
    const found = ELEMENTS.find((element) => element === item);
    if (found === undefined)
      throw new LineError(`${path}[${index}]`, `must be one of ${ELEMENTS.join(", ")}`);
    return found;
  });
  const twice = elements.findIndex((element, index) => elements.indexOf(element) !== index);
  if (twice >= 0) throw new LineError(`${path}[${twice}]`, "is listed twice");
  return elements;
}

function gridFor(on: IsoDate): SelectionGrid {
  if (on < selectionGrid.effective_from) {
    throw new LineError("on", `the selection grid is known from ${selectionGrid.effective_from}`);
  }
  return gridOn(on);
}

function answerFsw(value: unknown): Answer {
  const line = readObject(value, "", ["id", "on", "fsw"]);
  const id = readId(line);
  const grid = gridFor(readDate(line, "", "on"));
  const path = "fsw";
  const fsw = readObject(line["fsw"], path, [
    "workYears",
    "age",
    "education",
    "firstLanguage",
    "secondLanguage",
    "arrangedEmployment",
    "adaptability",
  ]);
  const score = scoreGrid(grid, {
    workYears: readWhole(fsw, path, "workYears"),
    age: readWhole(fsw, path, "age"),
    education: readEducation(fsw, path),
    ...readLanguages(fsw, path),
    arrangedEmployment: readBoolean(fsw, path, "arrangedEmployment"),
    adaptability: readAdaptability(fsw["adaptability"]),
  });
  return { id, ...score };
}

function answerLanguage(value: unknown): Answer {
  const line = readObject(value, "", [
    "id",
    "test",
    "takenOn",
    "listening",
    "reading",
    "writing",
    "speaking",
  ]);
  const id = readId(line);
  const test = readOneOf(line, "", "test", LANGUAGE_TEST_KINDS);
  const takenOn = readDate(line, "", "takenOn");
  const scores = {
    listening: readNumber(line, "", "listening"),
    reading: readNumber(line, "", "reading"),
    writing: readNumber(line, "", "writing"),
    speaking: readNumber(line, "", "speaking"),
  };
  const converted = convertScores(test, scores, takenOn);
  if (converted.ok) return { id, ...converted.levels };
  const fault = converted.faults[0];
  throw new LineError(fault?.path ?? "", fault?.message ?? "cannot be converted");
}

const ANSWERS: Record<Mode, (value: unknown) => Answer> = {
  crs: answerCrs,
  fsw: answerFsw,
  language: answerLanguage,
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LineError("", "is not valid JSON");
  }
}

export interface LineResult {
  ok: boolean;
  /** One JSON object, without a line end. */
  output: string;
}

/** Answers one line, or null for an empty one. Never throws for bad input: that is an answer with an error. */
export function answerLine(text: string, mode: Mode): LineResult | null {
  if (text.trim() === "") return null;
  let value: unknown = null;
  try {
    value = parse(text);
    return { ok: true, output: JSON.stringify(ANSWERS[mode](value)) };
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    const { path, message } = error;
    return { ok: false, output: JSON.stringify({ id: idOf(value), error: { path, message } }) };
  }
}

/** Strict reading of one line's JSON: every fault carries the path of the value that is wrong. */
import { EDUCATION_LEVELS, type EducationLevel } from "../facts";
import { ABILITIES, type LanguageLevels } from "../language/levels";
import { isIsoDate, type IsoDate } from "../timing/calendar-date";

/** A line that cannot be answered. `path` is dotted, list items in brackets; "" is the line itself. */
export class LineError extends Error {
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

export type JsonObject = Record<string, unknown>;

function at(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object's own value; a missing key is a fault, so that nothing is scored on a typing error. */
function own(object: JsonObject, path: string, key: string): unknown {
  if (!Object.hasOwn(object, key)) throw new LineError(at(path, key), "is missing");
  return object[key];
}

/** An object with exactly the named keys, `optional` ones aside. */
export function readObject(
  value: unknown,
  path: string,
  keys: readonly string[],
  optional: readonly string[] = [],
): JsonObject {
  if (!isObject(value)) throw new LineError(path, "must be an object");
  for (const key of Object.keys(value)) {
    if (!keys.includes(key) && !optional.includes(key)) {
      throw new LineError(at(path, key), `is not a known key; expected ${[...keys, ...optional].join(", ")}`);
    }
  }
  for (const key of keys) own(value, path, key);
  return value;
}

export function readBoolean(object: JsonObject, path: string, key: string): boolean {
  const value = own(object, path, key);
  if (typeof value !== "boolean") throw new LineError(at(path, key), "must be true or false");
  return value;
}

export function readNumber(object: JsonObject, path: string, key: string): number {
  const value = own(object, path, key);
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new LineError(at(path, key), "must be a number");
  }
  return value;
}

/** A whole number from 0 to `most`. */
export function readWhole(object: JsonObject, path: string, key: string, most?: number): number {
  const value = own(object, path, key);
  const words = most === undefined ? "a whole number, 0 or more" : `a whole number from 0 to ${most}`;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0 || value > (most ?? value)) {
    throw new LineError(at(path, key), `must be ${words}`);
  }
  return value;
}

export function readDate(object: JsonObject, path: string, key: string): IsoDate {
  const value = own(object, path, key);
  if (typeof value !== "string" || !isIsoDate(value)) {
    throw new LineError(at(path, key), "must be a calendar date, YYYY-MM-DD");
  }
  return value;
}

export function readOneOf<T extends string>(
  object: JsonObject,
  path: string,
  key: string,
  allowed: readonly T[],
): T {
  const value = own(object, path, key);
  const found = allowed.find((item) => item === value);
  if (found === undefined) throw new LineError(at(path, key), `must be one of ${allowed.join(", ")}`);
  return found;
}

export function readEducation(object: JsonObject, path: string): EducationLevel {
  return readOneOf(object, path, "education", EDUCATION_LEVELS);
}

/** Highest level that can be given; 10 and above score alike. */
const HIGHEST_LEVEL = 12;

/** CLB/NCLC levels 0–12 of all four abilities. */
function readLevels(object: JsonObject, path: string, key: string): LanguageLevels {
  const where = at(path, key);
  const levels = readObject(own(object, path, key), where, ["language", ...ABILITIES]);
  return {
    language: readOneOf(levels, where, "language", ["en", "fr"] as const),
    listening: readWhole(levels, where, "listening", HIGHEST_LEVEL),
    reading: readWhole(levels, where, "reading", HIGHEST_LEVEL),
    writing: readWhole(levels, where, "writing", HIGHEST_LEVEL),
    speaking: readWhole(levels, where, "speaking", HIGHEST_LEVEL),
  };
}

export function readLevelsOrNull(object: JsonObject, path: string, key: string): LanguageLevels | null {
  return own(object, path, key) === null ? null : readLevels(object, path, key);
}

/** First and second language of a person: never the same one. */
export function readLanguages(
  object: JsonObject,
  path: string,
): { firstLanguage: LanguageLevels; secondLanguage: LanguageLevels | null } {
  const firstLanguage = readLevels(object, path, "firstLanguage");
  const secondLanguage = readLevelsOrNull(object, path, "secondLanguage");
  if (secondLanguage?.language === firstLanguage.language) {
    throw new LineError(`${path}.secondLanguage.language`, "must differ from the first language");
  }
  return { firstLanguage, secondLanguage };
}

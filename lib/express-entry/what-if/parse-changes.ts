/** Reads the changes of a scenario from JSON that somebody sent or stored. */
import {
  isObject,
  LineError,
  readBoolean,
  readDate,
  readObject,
  readOneOf,
  readWhole,
  type JsonObject,
} from "../command-line/read-json";
import {
  ARRANGED_EMPLOYMENTS,
  EDUCATION_LEVELS,
  LANGUAGE_TEST_KINDS,
  PROVINCES,
  STATUSES_IN_CANADA,
  type LanguageTestKind,
} from "../facts";
import { ABILITIES, scoreFaults } from "../language/levels";
import type { IsoDate } from "../timing/calendar-date";
import type { FactChange, FactChangeKind, NewPartner, TestResult } from "./changes";

export interface ChangeFault {
  /** Dotted, the place in the list first: `0.result.scores.reading`. */
  path: string;
  message: string;
}

export type ParsedChanges = { ok: true; changes: FactChange[] } | { ok: false; faults: ChangeFault[] };

/** More than anybody compares by hand. */
const MOST_CHANGES = 20;
const MOST_MONTHS = 60;
const MOST_HOURS = 80;
const MOST_YEARS = 40;
const HIGHEST_LEVEL = 12;
const MOST_CENTS = 10_000_000_000;

/** Quebec chooses its own immigrants. */
const NOMINATING = new RegExp(`^(${PROVINCES.filter((code) => code !== "QC").join("|")})$`);
const WHOSE = ["principal", "spouse"] as const;

function orNull<T>(object: JsonObject, key: string, read: () => T): T | null {
  return object[key] === null ? null : read();
}

function readCode(object: JsonObject, key: string, pattern: RegExp, words: string): string {
  const value = object[key];
  if (typeof value !== "string" || !pattern.test(value)) throw new LineError(key, `must be ${words}`);
  return value;
}

const readCountry = (object: JsonObject) =>
  readCode(object, "country", /^[A-Z]{2}$/, "a country code such as IN");
const readProvince = (object: JsonObject) =>
  readCode(object, "province", NOMINATING, "a province or territory, Quebec aside");
const readNoc = (object: JsonObject) =>
  readCode(object, "nocCode", /^\d[0-5]\d{3}$/, "a five-digit NOC 2021 code");

/** A whole number of 1 or more. */
function readCount(object: JsonObject, path: string, key: string, most: number): number {
  const value = readWhole(object, path, key, most);
  if (value === 0)
    throw new LineError(path === "" ? key : `${path}.${key}`, `must be a whole number from 1 to ${most}`);
  return value;
}

function readResult(object: JsonObject, test: LanguageTestKind, on: IsoDate | undefined): TestResult {
  const result = readObject(object.result, "result", [], ["levels", "scores"]);
  if (isObject(result.levels) === isObject(result.scores)) {
    throw new LineError("result", "must have either levels or scores");
  }
  if (isObject(result.levels)) {
    const levels = readObject(result.levels, "result.levels", ABILITIES);
    const read = (ability: (typeof ABILITIES)[number]) =>
      readWhole(levels, "result.levels", ability, HIGHEST_LEVEL);
    return {
      levels: {
        listening: read("listening"),
        reading: read("reading"),
        writing: read("writing"),
        speaking: read("speaking"),
      },
    };
  }
  const given = readObject(result.scores, "result.scores", ABILITIES);
  const scores = Object.fromEntries(
    ABILITIES.map((ability) => {
      const value = given[ability];
      if (typeof value !== "number") throw new LineError(`result.scores.${ability}`, "must be a number");
      return [ability, value];
    }),
  ) as Record<(typeof ABILITIES)[number], number>;
  const [fault] = scoreFaults(test, scores, on);
  if (fault)
    throw new LineError(fault.path === "takenOn" ? "on" : `result.scores.${fault.path}`, fault.message);
  return { scores };
}

function readPartner(value: unknown): NewPartner {
  const partner = readObject(value, "partner", [
    "birthDate",
    "accompanying",
    "statusInCanada",
    "education",
    "language",
    "canadianWorkYears",
  ]);
  return {
    birthDate: orNull(partner, "birthDate", () => readDate(partner, "partner", "birthDate")),
    accompanying: readBoolean(partner, "partner", "accompanying"),
    statusInCanada: orNull(partner, "statusInCanada", () =>
      readOneOf(partner, "partner", "statusInCanada", STATUSES_IN_CANADA),
    ),
    education: orNull(partner, "education", () => {
      const education = readObject(partner.education, "partner.education", ["level", "country"]);
      return {
        level: readOneOf(education, "partner.education", "level", EDUCATION_LEVELS),
        country: readCountry(education),
      };
    }),
    language: orNull(partner, "language", () => {
      const language = readObject(partner.language, "partner.language", ["test", "result"]);
      const test = readOneOf(language, "partner.language", "test", LANGUAGE_TEST_KINDS);
      return { test, result: readResult(language, test, undefined) };
    }),
    canadianWorkYears: readWhole(partner, "partner", "canadianWorkYears", MOST_YEARS),
  };
}

type Reader<K extends FactChangeKind> = {
  keys: readonly string[];
  read: (object: JsonObject, on: IsoDate) => Omit<Extract<FactChange, { kind: K }>, "kind" | "on">;
};

const readWhose = (object: JsonObject) => readOneOf(object, "", "person", WHOSE);

const READERS: { [K in FactChangeKind]: Reader<K> } = {
  language_test: {
    keys: ["person", "test", "result"],
    read: (object, on) => {
      const test = readOneOf(object, "", "test", LANGUAGE_TEST_KINDS);
      return { person: readWhose(object), test, result: readResult(object, test, on) };
    },
  },
  credential: {
    keys: ["person", "level", "country", "programMonths", "fullTime", "distanceLearning", "studyFrom"],
    read: (object) => ({
      person: readWhose(object),
      level: readOneOf(object, "", "level", EDUCATION_LEVELS),
      country: readCountry(object),
      programMonths: orNull(object, "programMonths", () =>
        readCount(object, "", "programMonths", 2 * MOST_MONTHS),
      ),
      fullTime: readBoolean(object, "", "fullTime"),
      distanceLearning: readBoolean(object, "", "distanceLearning"),
      studyFrom: orNull(object, "studyFrom", () => readDate(object, "", "studyFrom")),
    }),
  },
  eca: {
    keys: ["person", "credentialId"],
    read: (object) => ({
      person: readWhose(object),
      credentialId: orNull(object, "credentialId", () =>
        readCode(object, "credentialId", /^.{1,200}$/, "an id"),
      ),
    }),
  },
  nomination: { keys: ["province"], read: (object) => ({ province: readProvince(object) }) },
  work: {
    keys: ["person", "place", "nocCode", "months", "hoursPerWeek", "permitUntil", "leavesPresentWork"],
    read: (object) => ({
      person: readWhose(object),
      place: readOneOf(object, "", "place", ["canada", "abroad"] as const),
      nocCode: orNull(object, "nocCode", () => readNoc(object)),
      months: orNull(object, "months", () => readCount(object, "", "months", MOST_MONTHS)),
      hoursPerWeek: readCount(object, "", "hoursPerWeek", MOST_HOURS),
      permitUntil: orNull(object, "permitUntil", () => readDate(object, "", "permitUntil")),
      leavesPresentWork: readBoolean(object, "", "leavesPresentWork"),
    }),
  },
  permit: {
    keys: ["person", "until"],
    read: (object, on) => {
      const until = orNull(object, "until", () => readDate(object, "", "until"));
      if (until !== null && until < on)
        throw new LineError("until", "must not be before the date of the permit");
      return { person: readWhose(object), until };
    },
  },
  work_ends: { keys: ["person"], read: (object) => ({ person: readWhose(object) }) },
  spouse_accompanies: {
    keys: ["accompanying"],
    read: (object) => ({ accompanying: readBoolean(object, "", "accompanying") }),
  },
  union: {
    keys: ["union", "partner"],
    read: (object) => ({
      union: readOneOf(object, "", "union", ["married", "common_law"] as const),
      partner: readPartner(object.partner),
    }),
  },
  sibling: { keys: ["inCanada"], read: (object) => ({ inCanada: readBoolean(object, "", "inCanada") }) },
  certificate: {
    keys: ["nocCode", "province"],
    read: (object) => ({ nocCode: readNoc(object), province: readProvince(object) }),
  },
  job_offer: {
    keys: ["offer"],
    read: (object) => ({
      offer: orNull(object, "offer", () => {
        const offer = readObject(object.offer, "offer", ["nocCode", "arrangedEmployment"]);
        return {
          nocCode: readNoc(offer),
          arrangedEmployment: orNull(offer, "arrangedEmployment", () =>
            readOneOf(offer, "offer", "arrangedEmployment", ARRANGED_EMPLOYMENTS),
          ),
        };
      }),
    }),
  },
  settlement_funds: {
    keys: ["cents"],
    read: (object) => ({ cents: readWhole(object, "", "cents", MOST_CENTS) }),
  },
};

const KINDS = Object.keys(READERS) as FactChangeKind[];

function readChange(value: unknown): FactChange {
  if (!isObject(value)) throw new LineError("", "must be an object");
  const kind = readOneOf(value, "", "kind", KINDS);
  const { keys, read } = READERS[kind];
  readObject(value, "", ["kind", "on", ...keys]);
  const on = readDate(value, "", "on");
  // The reader of a kind gives that kind's fields; TypeScript cannot follow that through the table.
  return { kind, on, ...read(value, on) } as FactChange;
}

/** Every change, or the first fault of each that has one. Unknown keys are faults. */
export function parseChanges(value: unknown): ParsedChanges {
  if (!Array.isArray(value))
    return { ok: false, faults: [{ path: "", message: "must be a list of changes" }] };
  if (value.length > MOST_CHANGES) {
    return { ok: false, faults: [{ path: "", message: `at most ${MOST_CHANGES} changes in a scenario` }] };
  }
  const changes: FactChange[] = [];
  const faults: ChangeFault[] = [];
  value.forEach((item: unknown, index) => {
    try {
      changes.push(readChange(item));
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      const path = error.path === "" ? String(index) : `${index}.${error.path}`;
      faults.push({ path, message: error.message });
    }
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, changes };
}

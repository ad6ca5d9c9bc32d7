/**
 * A small declarative checker for tables that a person typed or pasted: rules are made of rules, and every fault says
 * in plain words what is wrong and where. Paths are dotted, list items in brackets: `B_spouse.education.secondary`,
 * `age.rows[3].points`; "" is the table itself.
 */
import { isIsoDate, type IsoDate } from "../timing/calendar-date";

export interface TableFault {
  path: string;
  message: string;
}

/** What reading an entered table answers: the table, or everything that is wrong with it. */
export type Reading<T> = { ok: true; table: T } | { ok: false; faults: TableFault[] };

export type Rule = (value: unknown, path: string) => TableFault[];

export function fault(path: string, message: string): TableFault[] {
  return [{ path, message }];
}

/** The path of a key of an object, or of an item of a list. */
export function at(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface ObjectShape {
  required: Readonly<Record<string, Rule>>;
  optional?: Readonly<Record<string, Rule>>;
  /** Words for readers, which nothing computes with. */
  ignored?: readonly string[];
}

/** An object with these keys and no others, so that a typing error is not taken for a note. */
export function object({ required, optional = {}, ignored = [] }: ObjectShape): Rule {
  const known = [...Object.keys(required), ...Object.keys(optional)];
  return (value, path) => {
    if (!isObject(value)) return fault(path, "must be a group of values");
    const strangers = Object.keys(value)
      .filter((key) => !known.includes(key) && !ignored.includes(key))
      .flatMap((key) => fault(at(path, key), "is not part of this table"));
    const missing = Object.keys(required)
      .filter((key) => !Object.hasOwn(value, key))
      .flatMap((key) => fault(at(path, key), "is missing"));
    const wrong = Object.entries({ ...required, ...optional })
      .filter(([key]) => Object.hasOwn(value, key))
      .flatMap(([key, rule]) => rule(value[key], at(path, key)));
    return [...strangers, ...missing, ...wrong];
  };
}

/** An object with every one of the keys, all under one rule. */
export function record(keys: readonly string[], rule: Rule): Rule {
  return object({ required: Object.fromEntries(keys.map((key) => [key, rule])) });
}

export function listOf(rule: Rule, { least = 1 }: { least?: number } = {}): Rule {
  return (value, path) => {
    if (!Array.isArray(value)) return fault(path, "must be a list");
    if (value.length < least)
      return fault(path, `needs at least ${least} ${least === 1 ? "entry" : "entries"}`);
    return value.flatMap((item: unknown, index) => rule(item, at(path, index)));
  };
}

export function whole(least: number, most: number): Rule {
  const words = `must be a whole number from ${least.toLocaleString("en-CA")} to ${most.toLocaleString("en-CA")}`;
  return (value, path) =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most
      ? []
      : fault(path, words);
}

export const yesOrNo: Rule = (value, path) =>
  typeof value === "boolean" ? [] : fault(path, "must be true or false");

export const text: Rule = (value, path) =>
  typeof value === "string" && value.trim() !== "" ? [] : fault(path, "must be a text");

export function oneOf(allowed: readonly string[]): Rule {
  return (value, path) =>
    typeof value === "string" && allowed.includes(value)
      ? []
      : fault(path, `must be one of ${allowed.join(", ")}`);
}

export function matching(pattern: RegExp, words: string): Rule {
  return (value, path) => (typeof value === "string" && pattern.test(value) ? [] : fault(path, words));
}

export const date: Rule = (value, path) =>
  typeof value === "string" && isIsoDate(value) ? [] : fault(path, "must be a date, YYYY-MM-DD");

export function orNull(rule: Rule): Rule {
  return (value, path) => (value === null ? [] : rule(value, path));
}

/**
 * A rule, and what must also hold of a value that fits it: `further` is asked only then, so it may trust the shape
 * that `rule` has checked.
 */
export function also<T>(rule: Rule, ...further: readonly ((value: T, path: string) => TableFault[])[]): Rule {
  return (value, path) => {
    const faults = rule(value, path);
    return faults.length > 0 ? faults : further.flatMap((check) => check(value as T, path));
  };
}

/** A list of five-digit NOC 2021 codes, none of them twice. */
export const nocCodes: Rule = also<string[]>(
  listOf(matching(/^\d[0-5]\d{3}$/, "must be a five-digit NOC 2021 code")),
  (codes, path) =>
    codes.flatMap((code, index) =>
      codes.indexOf(code) === index ? [] : fault(at(path, index), `${code} is in the list already`),
    ),
);

/** The keys every version has, for `object`. */
export const versionHead = {
  id: matching(
    /^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+$/,
    "must be letters, digits and hyphens, such as CRS-2027-01-15",
  ),
  effective_from: date,
  effective_to: orNull(date),
} satisfies Record<string, Rule>;

/** Notes that any version may carry. */
export const HEAD_NOTES: readonly string[] = [
  "note",
  "confidence",
  "effective_from_note",
  "effective_to_note",
  "status",
];

/** The head of a table with one source. */
export const sourcedHead = { ...versionHead, source: text };

/** It ends no earlier than it begins. */
export function endsAfterBeginning(
  { effective_from, effective_to }: { effective_from: IsoDate; effective_to: IsoDate | null },
  path: string,
): TableFault[] {
  return effective_to !== null && effective_to < effective_from
    ? fault(at(path, "effective_to"), "comes before the first day")
    : [];
}

export function reading<T>(rule: Rule, json: unknown): Reading<T> {
  const faults = rule(json, "");
  return faults.length > 0 ? { ok: false, faults } : { ok: true, table: json as T };
}

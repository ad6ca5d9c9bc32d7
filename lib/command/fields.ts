/**
 * Pieces that input schemas are made of. They read both what a form sends (text, "on", "") and what a job
 * or an API sends (typed values), and speak in plain words. Pure: may be imported by any schemas.ts.
 */
import { z } from "zod";
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainText } from "@/lib/format/plain-text";

const blankToUndefined = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const blankToNull = (value: unknown) =>
  value === undefined || (typeof value === "string" && value.trim() === "") ? null : value;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Reads `2026-03-08`, `2026/3/8` and `8 Mar 2026`; anything else is returned unchanged and refused by the schema. */
function readDate(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim();
  const numeric = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (numeric) return `${numeric[1]}-${numeric[2]?.padStart(2, "0")}-${numeric[3]?.padStart(2, "0")}`;
  const words = /^(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})$/.exec(text);
  const month = words ? MONTHS.indexOf((words[2] ?? "").toLowerCase()) + 1 : 0;
  if (words && month > 0)
    return `${words[3]}-${String(month).padStart(2, "0")}-${words[1]?.padStart(2, "0")}`;
  return text;
}

const dateText = z
  .string({ error: "Enter a date, such as 8 Mar 2026." })
  .refine(isIsoDate, { error: "This is not a date in the calendar. Write it like 8 Mar 2026." })
  .transform((text) => text);

/** A required calendar date. */
export const isoDate = () => z.preprocess((value) => readDate(blankToUndefined(value)), dateText);

/** A calendar date or nothing: an empty field is null. */
export const optionalDate = () => z.preprocess((value) => readDate(blankToNull(value)), dateText.nullable());

/** An instant in UTC, to the second: `2026-01-07T15:20:33Z`, or `2026-01-07 15:20:33` read as UTC. */
export const utcInstant = () =>
  z.preprocess(
    (value) => {
      if (typeof value !== "string") return value;
      const text = value.trim().replace(" ", "T");
      if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d+)?Z?$/.test(text))
        return text === "" ? undefined : text;
      if (!isIsoDate(text.slice(0, 10))) return text;
      return new Date(text.endsWith("Z") ? text : `${text}Z`);
    },
    z.date({ error: "Enter the date and time in UTC to the second, such as 2026-01-07 15:20:33." }),
  );

/** One line of required text. */
export const requiredText = (what: string, max = 200) =>
  z
    .string({ error: `Enter ${what}.` })
    .transform((text) => plainText(text).trim())
    .pipe(
      z
        .string()
        .min(1, { error: `Enter ${what}.` })
        .max(max, { error: `Keep this under ${max} characters.` }),
    );

/** Text or nothing: an empty field is null. */
export const optionalText = (max = 2000) =>
  z.preprocess(
    blankToNull,
    z
      .string()
      .transform((text) => plainText(text).trim())
      .pipe(z.string().max(max, { error: `Keep this under ${max} characters.` }))
      .nullable(),
  );

/** A checkbox: absent is false, "on" is true. */
export const checkbox = () =>
  z.preprocess(
    (value) => value === true || value === "on" || value === "true" || value === "yes",
    z.boolean(),
  );

/** A yes/no/not asked question: "yes", "no" or empty. */
export const yesNoUnknown = () =>
  z.preprocess(
    (value) => (value === "yes" || value === true ? true : value === "no" || value === false ? false : null),
    z.boolean().nullable(),
  );

const numeric = (value: unknown) => {
  if (typeof value !== "string") return value;
  const text = value.trim().replace(/[\s,$]/g, "");
  return text === "" ? undefined : Number(text);
};

export const number = (what: string) =>
  z.preprocess(numeric, z.number({ error: `Enter ${what} as a number.` }));

export const integer = (what: string) =>
  z.preprocess(
    numeric,
    z.number({ error: `Enter ${what} as a number.` }).int({ error: "Use a whole number." }),
  );

export const optionalInteger = (what: string) =>
  z.preprocess(
    (value) => numeric(value) ?? null,
    z
      .number({ error: `Enter ${what} as a number.` })
      .int({ error: "Use a whole number." })
      .nullable(),
  );

export const rowIdField = () => z.uuid({ error: "This form is out of date. Reload the page." });

/** At most so many things are ticked for one command: it locks and logs each. */
const MOST_TICKED = 200;

/** The ids of ticked boxes, each once: a form with one ticked box sends one value, with several a list. `none` asks for one. */
export const tickedIdsField = (none: string) =>
  z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z
      .array(rowIdField(), { error: none })
      .min(1, { error: none })
      .max(MOST_TICKED, { error: `${MOST_TICKED} at most at a time.` })
      .transform((ids) => [...new Set(ids)]),
  );

/** The version of the row the form was opened on (SECURITY.md 6.6). */
export const versionField = () => integer("the version").pipe(z.number().int().positive());

/** Our own strict address pattern (SECURITY.md 6.4): one plain address, lower-cased. */
export const emailField = () =>
  z
    .string({ error: "Enter an e-mail address." })
    .transform((text) => text.normalize("NFC").trim().toLowerCase())
    .pipe(
      z
        .string()
        .max(254, { error: "This e-mail address is too long." })
        .regex(
          /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
          {
            error: "This does not look like an e-mail address. Write it like name@example.ca.",
          },
        ),
    );

export const optionalEmail = () => z.preprocess(blankToNull, emailField().nullable());

/** ISO 3166-1 alpha-2, upper case. */
export const countryField = () =>
  z
    .string({ error: "Choose a country." })
    .transform((text) => text.trim().toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{2}$/, { error: "Choose a country." }));

export const optionalCountry = () => z.preprocess(blankToNull, countryField().nullable());

/** Five-digit NOC 2021 code, or nothing while the job is not classified. */
export const optionalNoc = () =>
  z.preprocess(
    (value) =>
      typeof value === "string"
        ? (/^\s*(\d{5})\b/.exec(value)?.[1] ?? blankToNull(value))
        : blankToNull(value),
    z
      .string()
      .regex(/^\d{5}$/, { error: "Choose an occupation from the list: a NOC code has five digits." })
      .nullable(),
  );

/** One of a closed list. */
export const choice = <const V extends readonly string[]>(what: string, values: V) =>
  z.preprocess(blankToUndefined, z.enum(values, { error: `Choose ${what}.` }));

export const optionalChoice = <const V extends readonly string[]>(what: string, values: V) =>
  z.preprocess(blankToNull, z.enum(values, { error: `Choose ${what}.` }).nullable());

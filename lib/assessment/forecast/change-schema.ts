/** Changes of a scenario as they come from a form and lie in the database: nothing else is kept or computed with. */
import { z } from "zod";
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FactChange } from "@/lib/express-entry/what-if/changes";

/** More than this is not one scenario. */
export const MOST_CHANGES = 12;

const date = z.string().refine(isIsoDate);
const whose = z.enum(["principal", "spouse"]);
const country = z.string().regex(/^[A-Z]{2}$/);
const province = z.string().regex(/^[A-Z]{2}$/);
const noc = z.string().regex(/^\d{5}$/);

const abilities = z.strictObject({
  listening: z.number().min(0).max(1000),
  reading: z.number().min(0).max(1000),
  writing: z.number().min(0).max(1000),
  speaking: z.number().min(0).max(1000),
});
const test = z.enum(["ielts_general", "celpip_general", "pte_core", "tef_canada", "tcf_canada"]);
const result = z.union([z.strictObject({ levels: abilities }), z.strictObject({ scores: abilities })]);

const education = z.enum([
  "less_than_secondary",
  "secondary",
  "one_year_post_secondary",
  "two_year_post_secondary",
  "bachelor_or_three_plus_year",
  "two_or_more_credentials_one_three_plus_year",
  "master_or_entry_to_practice_professional",
  "doctorate",
]);

const status = z.enum([
  "none",
  "visitor",
  "student",
  "worker",
  "protected_person",
  "permanent_resident",
  "citizen",
]);

const arranged = z.enum([
  "lmia_permit_same_employer",
  "exempt_permit_same_employer_one_year",
  "lmia_no_permit",
  "other_permit_with_lmia",
]);

const months = z.number().int().min(1).max(600);

const change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("language_test"), person: whose, test, on: date, result }),
  z.strictObject({
    kind: z.literal("credential"),
    person: whose,
    level: education,
    country,
    on: date,
    programMonths: months.nullable(),
    fullTime: z.boolean(),
    distanceLearning: z.boolean(),
    studyFrom: date.nullable(),
  }),
  z.strictObject({
    kind: z.literal("eca"),
    person: whose,
    credentialId: z.string().max(64).nullable(),
    on: date,
  }),
  z.strictObject({ kind: z.literal("nomination"), province, on: date }),
  z.strictObject({
    kind: z.literal("work"),
    person: whose,
    place: z.enum(["canada", "abroad"]),
    nocCode: noc.nullable(),
    on: date,
    months: months.nullable(),
    hoursPerWeek: z.number().positive().max(168),
    permitUntil: date.nullable(),
    leavesPresentWork: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("permit"), person: whose, on: date, until: date.nullable() }),
  z.strictObject({ kind: z.literal("work_ends"), person: whose, on: date }),
  z.strictObject({ kind: z.literal("spouse_accompanies"), accompanying: z.boolean(), on: date }),
  z.strictObject({
    kind: z.literal("union"),
    union: z.enum(["married", "common_law"]),
    on: date,
    partner: z.strictObject({
      birthDate: date.nullable(),
      accompanying: z.boolean(),
      statusInCanada: status.nullable(),
      education: z.strictObject({ level: education, country }).nullable(),
      language: z.strictObject({ test, result }).nullable(),
      canadianWorkYears: z.number().int().min(0).max(60),
    }),
  }),
  z.strictObject({ kind: z.literal("sibling"), inCanada: z.boolean(), on: date }),
  z.strictObject({ kind: z.literal("certificate"), nocCode: noc, province, on: date }),
  z.strictObject({
    kind: z.literal("job_offer"),
    offer: z.strictObject({ nocCode: noc, arrangedEmployment: arranged.nullable() }).nullable(),
    on: date,
  }),
  z.strictObject({ kind: z.literal("settlement_funds"), cents: z.number().int().min(0), on: date }),
]) satisfies z.ZodType<FactChange>;

/** A scenario's changes; at least one, or there is nothing to compare. */
export const changesSchema = z
  .array(change, { error: "This form is out of date. Reload the page." })
  .min(1, { error: "Try a change first: there is nothing to keep yet." })
  .max(MOST_CHANGES, { error: `A scenario holds at most ${MOST_CHANGES} changes.` });

/** The hidden field of a form, JSON, as changes. */
export const changesField = () =>
  z.preprocess((value) => {
    if (typeof value !== "string") return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return undefined;
    }
  }, changesSchema);

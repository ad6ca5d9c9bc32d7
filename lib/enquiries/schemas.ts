/** The shape of what the free assessment sends; strict, bounded, and nothing taken that is not named. */
import { z } from "zod";
import { emailField, optionalText, requiredText, rowIdField } from "@/lib/command/fields";
import {
  ARRANGED_EMPLOYMENTS,
  CREDENTIAL_LEVELS,
  LANGUAGE_TEST_KINDS,
  MARITAL_STATUSES,
  STATUSES_IN_CANADA,
} from "@/lib/express-entry/facts";
import { MOST_ROWS } from "./rules";

const text = (max: number) => z.string().max(max);
const day = text(10);
const yesNo = z.enum(["", "yes", "no"]);
const country = z.string().regex(/^(?:[A-Z]{2})?$/);
const noc = z.string().regex(/^(?:\d{5})?$/);
const status = z.enum(["", ...STATUSES_IN_CANADA]);
const province = z.string().regex(/^(?:[A-Z]{2}|ANY)?$/);

const language = z.strictObject({
  source: z.enum(["", "test", "estimate", "none"]),
  kind: z.enum(["", ...LANGUAGE_TEST_KINDS]),
  takenOn: day,
  listening: text(8),
  reading: text(8),
  writing: text(8),
  speaking: text(8),
  estimate: z.string().regex(/^(?:[3-9]|10)?$/),
});

const education = z.strictObject({
  level: z.enum(["", ...CREDENTIAL_LEVELS]),
  country,
  awardedOn: day,
  months: text(8),
  assessed: yesNo,
  assessedOn: day,
});

const job = z.strictObject({
  title: text(120),
  nocCode: noc,
  country,
  hours: text(8),
  from: day,
  to: day,
  selfEmployed: yesNo,
  authorized: yesNo,
  duringStudy: yesNo,
});
const jobs = z.array(job).max(MOST_ROWS);

const answersSchema = z.strictObject({
  you: z.strictObject({ birthDate: day, citizenship: country, livesIn: country, status, statusEndsOn: day }),
  family: z.strictObject({
    maritalStatus: z.enum(["", ...MARITAL_STATUSES]),
    unionSince: day,
    partnerComes: yesNo,
    partnerStatus: status,
    children: text(4),
  }),
  partner: z.strictObject({ language, education, jobs }),
  english: language,
  french: language,
  education: z.array(education).max(MOST_ROWS),
  canada: z.strictObject({ worked: yesNo, jobs }),
  abroad: z.strictObject({ worked: yesNo, jobs }),
  more: z.strictObject({
    province,
    funds: text(20),
    sibling: yesNo,
    relative: yesNo,
    nominated: yesNo,
    nominatedBy: province,
    nominatedOn: day,
    nominationAcceptedOn: day,
    certified: yesNo,
    certificateNoc: noc,
    certificateBy: province,
    certificateOn: day,
    offered: yesNo,
    offerNoc: noc,
    offerKind: z.enum(["", ...ARRANGED_EMPLOYMENTS]),
  }),
});

/** A name is one line of visible signs. */
const plain = (value: string) => !/\p{Cc}/u.test(value);

export const receiveAssessmentInput = z.strictObject({
  /** Of the page, signed by us: when it was made. */
  token: z.string().max(200),
  locale: z.enum(["en", "fr"]),
  givenName: optionalText(80)
    .transform((name) => name ?? "")
    .refine(plain),
  familyName: requiredText("your family name", 80).refine(plain),
  email: emailField(),
  phone: optionalText(40),
  consentVersion: z.string().min(1).max(20),
  consent: z.literal(true, { error: "We can only write to you with your consent." }),
  answers: answersSchema,
});

/** The items of a comparison that are taken over; one ticked box sends one value. */
const chosen = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === "string" ? [value] : value),
  z.array(z.string().max(80)).max(200),
);

export const importAnswersInput = z.object({
  caseId: rowIdField(),
  submissionId: rowIdField(),
  items: chosen,
});

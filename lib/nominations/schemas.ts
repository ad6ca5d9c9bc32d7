import { z } from "zod";
import {
  checkbox,
  choice,
  isoDate,
  optionalChoice,
  optionalDate,
  optionalInteger,
  optionalText,
  requiredText,
  rowIdField,
  versionField,
} from "@/lib/command/fields";
import { CATEGORIES, type Category } from "@/lib/express-entry/draws/categories";
import { NOMINATING_PROVINCES } from "./catalogue/rules";

const PROVINCE_CODES = NOMINATING_PROVINCES.map(({ value }) => value) as [string, ...string[]];

const optionalRowId = () =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), rowIdField().nullable());

/** Most occupations that one stream names: the longest list of a province has about two hundred. */
const MOST_CODES = 300;

/** Five-digit NOC codes in any writing: one a line, with their titles, or with commas. */
const nocCodes = () =>
  z.preprocess(
    (value) => (typeof value === "string" ? (value.match(/\d+/g) ?? []) : (value ?? [])),
    z
      .array(z.string(), { error: "Enter NOC 2021 codes, such as 21231." })
      .max(MOST_CODES, { error: `Enter at most ${MOST_CODES} occupations.` })
      .refine((codes) => codes.every((code) => /^\d{5}$/.test(code)), {
        error: "A NOC 2021 code has five digits, such as 21231.",
      })
      .transform((codes) => [...new Set(codes)].toSorted()),
  );

const between = (what: string, least: number, most: number) =>
  optionalInteger(what).pipe(
    z
      .number()
      .min(least, { error: `Use ${least} or more.` })
      .max(most, { error: `Use ${most} or less.` })
      .nullable(),
  );

/** An address of the web, and of nothing else: it becomes a link. */
const optionalLink = () =>
  optionalText(500).pipe(
    z
      .string()
      .regex(/^https:\/\/[^\s<>"]+$/, { error: "Enter an address that begins with https://" })
      .nullable(),
  );

const streamFields = {
  province: choice("the province", PROVINCE_CODES),
  name: requiredText("the name of the stream", 160),
  nocCodes: nocCodes(),
  workMonths: between("the months of work", 1, 120),
  workYears: between("the years that count", 1, 20),
  category: optionalChoice("the category", CATEGORIES as [Category, ...Category[]]),
  study: optionalChoice("the study", ["canada", "province"] as const),
  minCrs: between("the least CRS score", 1, 1200),
  minLevel: between("the least level", 1, 12),
  notes: optionalText(2000),
  link: optionalLink(),
  opensOn: optionalDate(),
  closesOn: optionalDate(),
  asOf: isoDate(),
  source: requiredText("where this is from", 300),
};

export const addStreamInput = z.object(streamFields);
export const changeStreamInput = z.object({
  streamId: rowIdField(),
  version: versionField(),
  ...streamFields,
});

/** Of which stream: one of the catalogue, or one that is not in it. */
const ofStream = {
  streamId: optionalRowId(),
  province: optionalChoice("the province", PROVINCE_CODES),
  streamName: optionalText(160),
};

export const recordInterestInput = z.object({
  caseId: rowIdField(),
  ...ofStream,
  interestOn: isoDate(),
  answerBy: optionalDate(),
});

const applicationFields = {
  appliedOn: isoDate(),
  referenceNumber: optionalText(60),
  decisionExpectedOn: optionalDate(),
};

export const startApplicationInput = z.object({ caseId: rowIdField(), ...ofStream, ...applicationFields });

const onTrack = { caseId: rowIdField(), nominationId: rowIdField(), version: versionField() };

export const recordApplicationInput = z.object({ ...onTrack, ...applicationFields });

export const recordNominationInput = z.object({
  ...onTrack,
  issuedOn: isoDate(),
  certificateNumber: requiredText("the certificate number", 60),
  expiresOn: optionalDate(),
});

export const recordOfferInput = z.object({ ...onTrack, offeredOn: isoDate() });

export const acceptOfferInput = z.object({ ...onTrack, acceptedOn: isoDate(), livesThere: checkbox() });

export const endNominationInput = z.object({
  ...onTrack,
  outcome: choice("how it ended", ["refused", "declined", "lapsed", "withdrawn"] as const),
  endedOn: isoDate(),
  reason: requiredText("why", 500),
});

export const lapseOfferInput = z.object({ caseId: rowIdField(), nominationId: rowIdField() });

export const tellIrccInput = z.object({ ...onTrack, irccToldOn: isoDate() });

export const addNominationDocumentInput = z.object({
  caseId: rowIdField(),
  nominationId: rowIdField(),
  title: requiredText("what the province asks for", 160),
  dueOn: optionalDate(),
  documentId: optionalRowId(),
});

export const changeNominationDocumentInput = z.object({
  caseId: rowIdField(),
  itemId: rowIdField(),
  version: versionField(),
  sentOn: optionalDate(),
});

export const removeNominationDocumentInput = z.object({
  caseId: rowIdField(),
  itemId: rowIdField(),
  version: versionField(),
});

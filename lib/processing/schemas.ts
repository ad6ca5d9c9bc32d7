import { z } from "zod";
import {
  checkbox,
  choice,
  isoDate,
  optionalChoice,
  optionalDate,
  optionalText,
  requiredText,
  rowIdField,
  versionField,
} from "@/lib/command/fields";
import { LETTER_KINDS, TRACK_STATES, TRACKS } from "./rules";

const optionalRowId = () =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), rowIdField().nullable());

/** A paper that has to be in the file before the step is taken. */
const requiredPaper = (what: string) =>
  z.preprocess(
    (value) => (value === "" || value === null ? undefined : value),
    z.uuid({ error: `Attach ${what} first.` }),
  );

/** Longest list of things that one letter asks for. */
const MOST_ITEMS = 20;

/** One thing a line. */
const itemLines = () =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(/\r?\n/) : (value ?? [])),
    z
      .array(z.string())
      .transform((lines) => [...new Set(lines.map((line) => line.trim()).filter(Boolean))])
      .pipe(
        z
          .array(z.string().max(120, { error: "Keep each line under 120 characters." }))
          .max(MOST_ITEMS, { error: `Ask for at most ${MOST_ITEMS} things at once.` }),
      ),
  );

const onApplication = { caseId: rowIdField(), version: versionField() };

export const acknowledgeInput = z.object({
  caseId: rowIdField(),
  receivedOn: isoDate(),
  acknowledgedOn: isoDate(),
  number: requiredText("the application number", 60),
  documentId: optionalRowId(),
});

export const checkCompletenessInput = z.object({
  ...onApplication,
  outcome: choice("what came of the check", ["passed", "returned"] as const),
  on: isoDate(),
  missing: optionalText(1000),
  feesReturnedOn: optionalDate(),
  documentId: optionalRowId(),
});

export const changeTrackInput = z.object({
  ...onApplication,
  track: choice("the check", TRACKS),
  state: choice("how it stands", TRACK_STATES),
  on: isoDate(),
  note: optionalText(500),
  documentId: optionalRowId(),
});

export const recordLetterInput = z.object({
  ...onApplication,
  kind: choice("the letter", LETTER_KINDS),
  letterOn: isoDate(),
  dueOn: optionalDate(),
  track: optionalChoice("the check", TRACKS),
  asks: requiredText("what it asks for", 1000),
  items: itemLines(),
  documentId: requiredPaper("the letter"),
});

const onLetter = { caseId: rowIdField(), letterId: rowIdField(), version: versionField() };

export const extendLetterInput = z.object({
  ...onLetter,
  askedOn: isoDate(),
  reason: requiredText("why more time is needed", 500),
  dueOn: optionalDate(),
});

export const answerLetterInput = z.object({
  ...onLetter,
  answeredOn: isoDate(),
  answer: requiredText("what was sent", 1000),
  documentId: optionalRowId(),
});

export const recordPermitInput = z.object({
  ...onApplication,
  appliedOn: isoDate(),
  outcome: optionalChoice("the answer", ["issued", "refused"] as const),
  outcomeOn: optionalDate(),
  until: optionalDate(),
  documentId: optionalRowId(),
});

export const decideInput = z.object({
  ...onApplication,
  outcome: choice("the decision", ["approved", "refused"] as const),
  on: isoDate(),
  approvedBy: optionalChoice("how it came", ["portal", "passport"] as const),
  rprfPaid: checkbox(),
  toldInCanada: checkbox(),
  reasons: optionalText(2000),
  documentId: optionalRowId(),
});

export const challengeInput = z.object({
  ...onApplication,
  kind: choice("what was asked for", ["reconsideration", "court"] as const),
  on: isoDate(),
  note: optionalText(500),
  documentId: optionalRowId(),
});

export const reopenInput = z.object({
  ...onApplication,
  on: isoDate(),
  note: requiredText("why it is looked at again", 500),
  documentId: optionalRowId(),
});

export const holdInput = z.object({
  ...onApplication,
  on: isoDate(),
  reason: requiredText("why it is on hold", 500),
  documentId: optionalRowId(),
});

export const resumeInput = z.object({
  ...onApplication,
  on: isoDate(),
  note: optionalText(500),
  documentId: optionalRowId(),
});

export const confirmInput = z.object({
  ...onApplication,
  kind: choice("which confirmation it is", ["ecopr", "copr"] as const),
  issuedOn: isoDate(),
  until: optionalDate(),
  documentId: optionalRowId(),
});

export const landInput = z.object({
  ...onApplication,
  landedOn: isoDate(),
  place: requiredText("where", 120),
  documentId: optionalRowId(),
});

export const giveAddressInput = z.object({ ...onApplication, on: isoDate() });

import { z } from "zod";
import {
  checkbox,
  choice,
  integer,
  isoDate,
  optionalChoice,
  optionalDate,
  requiredText,
  rowIdField,
  utcInstant,
  versionField,
} from "@/lib/command/fields";
import { CATEGORIES } from "@/lib/express-entry/draws/categories";

export const INVITATION_CLASSES = ["PNP", "CEC", "FSW", "FST"] as const;

const score = () =>
  integer("the CRS score").pipe(
    z
      .number()
      .min(0, { error: "A CRS score is 0 or more." })
      .max(1200, { error: "A CRS score is 1,200 at most." }),
  );

/** IRCC's profile numbers are a letter and nine digits; older ones differ, so only the alphabet is checked. */
const profileNumber = () =>
  requiredText("the profile number", 20).pipe(
    z
      .string()
      .transform((text) => text.toUpperCase().replace(/\s+/g, ""))
      .pipe(
        z.string().regex(/^[A-Z]?\d{6,12}$/, {
          error: "A profile number is a letter and nine digits, such as E001234567.",
        }),
      ),
  );

export const recordProfileInput = z.object({
  caseId: rowIdField(),
  profileNumber: profileNumber(),
  submittedAt: utcInstant(),
  crsScore: score(),
  /** A file taken over late: the profile's year is over, and it is recorded all the same. */
  historic: checkbox(),
});

export const changeProfileScoreInput = z.object({
  caseId: rowIdField(),
  profileId: rowIdField(),
  version: versionField(),
  crsScore: score(),
});

/** Background work: it finds its clients itself. */
export const workOnStandingsInput = z.object({});

export const findCrossingsInput = z.object({ after: rowIdField().nullable() });

export const withdrawProfileInput = z.object({
  caseId: rowIdField(),
  reason: requiredText("why the profile is withdrawn", 500),
});

export const recordInvitationInput = z.object({
  caseId: rowIdField(),
  receivedAt: utcInstant(),
  invitationClass: choice("the class of the invitation", INVITATION_CLASSES),
  category: optionalChoice("the category", CATEGORIES as [string, ...string[]]),
  /** Last day as IRCC's account shows it. */
  shownExpiry: optionalDate(),
  crsScore: score(),
  /** Set when the invitation comes from a recorded round. */
  roundId: z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.string().max(20).nullable(),
  ),
});

export const attachLetterInput = z.object({ caseId: rowIdField(), documentId: rowIdField() });

/** What the second person reads in the letter. */
export const confirmInvitationInput = z.object({
  caseId: rowIdField(),
  issuedOn: isoDate(),
  shownExpiry: optionalDate(),
});

export const changeInvitationDateInput = z.object({
  caseId: rowIdField(),
  receivedAt: utcInstant(),
  shownExpiry: optionalDate(),
  reason: requiredText("why the date changes", 500),
});

export const declineInvitationInput = z.object({
  caseId: rowIdField(),
  reason: requiredText("why the invitation is declined", 500),
});

export const startPreparationInput = z.object({
  caseId: rowIdField(),
  reason: requiredText("why the invitation is accepted", 500),
});

export const expireInvitationInput = z.object({ caseId: rowIdField() });

export const expireProfileInput = z.object({ caseId: rowIdField() });

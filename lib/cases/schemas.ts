import { z } from "zod";
import {
  checkbox,
  emailField,
  isoDate,
  optionalDate,
  optionalEmail,
  optionalText,
  requiredText,
  rowIdField,
  tickedIdsField,
  versionField,
} from "@/lib/command/fields";

const blankToNull = (value: unknown) => (value === undefined || value === "" ? null : value);

/** A row that may be left out: an empty choice is null. */
const optionalRowId = () => z.preprocess(blankToNull, rowIdField().nullable());

export const openEnquiryInput = z.object({
  givenName: optionalText(100),
  familyName: requiredText("the family name", 100),
  email: emailField(),
  phone: optionalText(40),
  source: optionalText(100),
  enquiryNote: optionalText(4000),
  /** Managers choose who takes it; otherwise it is the one who opens it. */
  ownerId: optionalRowId(),
  /** The firm already has files under this address, and this is one more on purpose. */
  openAnyway: checkbox(),
});

export const editEnquiryInput = z.object({
  caseId: rowIdField(),
  version: versionField(),
  clientVersion: versionField(),
  email: optionalEmail(),
  phone: optionalText(40),
  source: optionalText(100),
  enquiryNote: optionalText(4000),
});

const agreementFields = {
  caseId: rowIdField(),
  signedOn: isoDate(),
  documentId: optionalRowId(),
};

export const recordConsultationInput = z.object({ ...agreementFields, note: optionalText(2000) });

export const recordServiceAgreementInput = z.object(agreementFields);

export const linkAgreementInput = z.object({
  caseId: rowIdField(),
  agreementId: rowIdField(),
  documentId: rowIdField(),
});

/** For steps that need nothing but the case. */
export const caseInput = z.object({ caseId: rowIdField() });

export const assignCaseInput = z.object({
  caseId: rowIdField(),
  ownerId: rowIdField(),
  /** What the new owner should know; on the handover sheet. */
  note: optionalText(2000),
});

export const assignCasesInput = z.object({
  caseIds: tickedIdsField("Tick at least one case."),
  ownerId: rowIdField(),
  /** As for one case; on the sheet of each. */
  note: optionalText(2000),
});

export const planSubmissionInput = z.object({
  caseId: rowIdField(),
  version: versionField(),
  /** Empty takes the plan away. */
  plannedOn: optionalDate(),
});

export const endCaseInput = z.object({ caseId: rowIdField(), reason: requiredText("the reason", 500) });

export const closeCaseInput = endCaseInput.extend({
  /** Why the file is closed with closing duties open, or without their ever having begun. */
  dutiesReason: optionalText(500),
});

/** The query of the list's address, as it stands there. */
export const exportCasesInput = z.object({ query: z.string().max(4_000) });

export const exportTimelineInput = z.object({
  number: z.string().max(40),
  /** One kind of events; left out, all of them. */
  kind: z.string().max(20).optional(),
});

import { z } from "zod";
import { optionalText, requiredText, rowIdField, tickedIdsField, versionField } from "@/lib/command/fields";

/** Room for a long letter, not for a file. */
const MAX_MESSAGE = 5_000;

/** One value, several, or none at all, as a form sends hidden fields of the same name. */
const ids = (most: number) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : typeof value === "string" ? [value] : value),
    z.array(rowIdField()).max(most),
  );

/** The item that a thread hangs on; empty: the general thread. */
const threadItem = () =>
  z.preprocess((value) => (value === undefined || value === "" ? null : value), rowIdField().nullable());

export const sendMessageInput = z.object({
  caseId: rowIdField(),
  requirementId: threadItem(),
  /** May be left out where files go along. */
  body: optionalText(MAX_MESSAGE),
  /** Files that waited in the composer, as its writer saw them. */
  files: ids(20),
  /** Messages of the other side that were on the screen: the answer says that they were read. */
  read: ids(200),
});

export const markReadInput = z.object({
  caseId: rowIdField(),
  /** What was on the screen: whatever came meanwhile stays unread. */
  ids: tickedIdsField("Nothing was on the screen."),
});

export const settleThreadInput = z.object({
  caseId: rowIdField(),
  ids: tickedIdsField("There is nothing to answer here."),
});

export const discardFileInput = z.object({ versionId: rowIdField() });

export const placeFileInput = z.object({
  versionId: rowIdField(),
  targetId: rowIdField(),
});

const template = {
  title: requiredText("a title", 80),
  bodyEn: requiredText("the English words", MAX_MESSAGE),
  bodyFr: requiredText("the French words", MAX_MESSAGE),
};

export const addTemplateInput = z.object(template);

export const changeTemplateInput = z.object({
  templateId: rowIdField(),
  number: versionField(),
  ...template,
});

export const withdrawTemplateInput = z.object({ templateId: rowIdField(), number: versionField() });

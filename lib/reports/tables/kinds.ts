/** Kinds of documents, countries and reasons in words. Pure. */
import { KIND_LABELS } from "@/lib/checklist/lead-times/rules";
import { documentCatalogue } from "@/lib/express-entry/documents/catalogue";
import type { CommonFault } from "@/lib/express-entry/documents/document-kind";

const KINDS: Readonly<Record<string, string | undefined>> = KIND_LABELS;
const FAULTS: Readonly<Record<string, { commonFaults: readonly CommonFault[] } | undefined>> =
  documentCatalogue;

/** Reasons of kinds that the rules do not know, and of every kind. */
const GENERAL: Readonly<Record<string, string | undefined>> = {
  unreadable: "Not readable",
  wrong_document: "Not the document asked for",
  other: "Own reason",
};

/** An item that the firm added itself has no kind of the rules. */
export const kindLabel = (kind: string): string => KINDS[kind] ?? "Asked for by the firm itself";

export function reasonLabel(kind: string, code: string): string {
  const fault = FAULTS[kind]?.commonFaults.find((one) => one.code === code);
  return fault?.label ?? GENERAL[code] ?? "Own reason";
}

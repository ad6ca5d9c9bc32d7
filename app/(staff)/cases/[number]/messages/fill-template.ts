"use server";

import { filledWords } from "@/components/messages/filled-templates";
import { plainText } from "@/lib/format/plain-text";
import { loadOfferedTemplates } from "@/lib/messages/templates/loaders";

/** A template's words for one thread as they are at this moment: the days left are those of now, not of when the page was opened. */
export async function fillTemplate(caseId: string, item: string | null, id: string): Promise<string> {
  return filledWords(
    await loadOfferedTemplates(plainText(caseId), item === null ? null : plainText(item)),
    plainText(id),
  );
}

import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { CaseDraft } from "./case-context";
import { plainLetters } from "./plain-letters";

interface Paper {
  /** In the afternoon of the paper's own day, where nothing else is said. */
  uploadedAt?: Date;
  /** What it says, besides its date and who wrote it. */
  says?: readonly string[];
}

/** A paper of the file that answers no line of its checklist, with its file. Returns the document's id. */
export function addPaper(
  draft: CaseDraft,
  title: string,
  on: IsoDate,
  { uploadedAt = new Date(`${on}T15:30:00Z`), says = [] }: Paper = {},
): string {
  const { random, order, ids, rows, files } = draft;
  const documentId = random.id();
  rows.document.push({ id: documentId, ...ids, requirementId: null, title, createdAt: uploadedAt });
  files.push({
    requirementId: null,
    form: "pdf",
    heading: title,
    lines: [plainDate(on), "Immigration, Refugees and Citizenship Canada", ...says],
    version: {
      ...{ id: random.id(), documentId, ...ids, number: 1, fileName: `${plainLetters(title)}.pdf` },
      ...{ state: "received", uploadedBy: order.owner.id, uploadedAt, reviewedBy: null, reviewedAt: null },
      ...{ pointsMet: null, returnCode: null, returnReason: null },
    },
  });
  return documentId;
}

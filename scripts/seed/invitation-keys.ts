import { windowRule } from "@/lib/profiles/rules";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { log, type CaseDraft } from "./case-context";
import { addPaper } from "./paper-rows";
import type { RowOf } from "./rows";

/** IRCC's letter, as the title of its document. */
const LETTER = "Invitation to apply, letter";
/** The second person reads the letter on the same day, and opens it a little before they type what it says. */
const UNTIL_CONFIRMED_MS = 3 * 3_600_000;
const READING_MS = 240_000;

/** The letter was stored when its date was entered. */
function addLetter(draft: CaseDraft, invitation: RowOf<"invitation">): string {
  const { issueDate, shownExpiry, recordedAt } = invitation;
  const says = shownExpiry ? [`Apply on or before ${plainDate(shownExpiry)}`] : [];
  const letter = addPaper(draft, LETTER, issueDate, { uploadedAt: recordedAt, says });
  const object = { kind: "invitation", id: invitation.id };
  log(draft, recordedAt, "invitation.letter_attached", object, { document: LETTER });
  return letter;
}

/**
 * Both keys of an invitation's date (docs/decisions/two-keys.md): its letter, and the manager who read it after the
 * owner had entered it. Of files without documents it keeps one key, as of those before the rule; so does one whose
 * order says that it waits, and one that no manager but the owner could confirm.
 */
export function addInvitationKeys(draft: CaseDraft): void {
  const { setting, order, rows, files } = draft;
  const [invitation] = rows.invitation;
  const clock = rows.deadline.find(({ sourceId }) => sourceId === invitation?.id);
  if (!invitation || !clock || (invitation.status !== "open" && setting.demoPassword === null)) return;
  const letter = addLetter(draft, invitation);
  invitation.letterDocumentId = letter;
  clock.sourceDocumentId = letter;
  const reader = setting.managers.find(({ id }) => id !== order.owner.id);
  if (order.waitsForKey || !reader) return;
  const confirmedAt = new Date(invitation.recordedAt.getTime() + UNTIL_CONFIRMED_MS);
  invitation.confirmedBy = reader.id;
  invitation.confirmedAt = confirmedAt;
  const { computedDeadline, shownExpiry = null, deadlineDate } = invitation;
  clock.rule = windowRule({ dueOn: deadlineDate, computedDeadline, shownExpiry, confirmed: true });
  const version = files.find((file) => file.version.documentId === letter)?.version.id ?? letter;
  const openedAt = new Date(confirmedAt.getTime() - READING_MS);
  const opened = { title: LETTER, version: 1, how: "view" };
  log(draft, openedAt, "document.opened", { kind: "document_version", id: version }, opened, reader);
  const object = { kind: "invitation", id: invitation.id };
  log(draft, confirmedAt, "invitation.confirmed", object, { deadline: deadlineDate }, reader);
}

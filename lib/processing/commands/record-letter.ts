import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { faultsOf, pastFault } from "../faults/rules";
import { recordLetterInput } from "../schemas";
import { asStaff, assertPaper, changeApplication, getApplicationFor, refuse } from "./record-step";
import { writeLetter } from "./write-letter";

/** A letter of IRCC, in whatever stage it comes: its day is a clock, and what it asks for goes to the client's list. */
export const recordLetter = defineCommand({
  name: "letter.record",
  input: recordLetterInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, { version, dueOn, track, ...letter }) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, { version }, "record_letter");
    const { today } = await getFirmDay(ctx);
    const bounds = { today, notBefore: current.receivedOn, what: "IRCC received the application" };
    refuse(
      faultsOf({
        letterOn: pastFault(letter.letterOn, bounds),
        dueOn: dueOn !== null && dueOn < letter.letterOn ? "This is before the date of the letter." : null,
      }),
    );
    await assertPaper(ctx, file, letter.documentId);
    await changeApplication(ctx, current, {});
    const about = letter.kind === "biometrics" ? "biometrics" : track;
    const { letterId, entries } = await writeLetter(ctx, file, current.id, {
      ...{ ...letter, namedOn: dueOn, track: about },
    });
    return audited({ letterId }, ...entries);
  },
});

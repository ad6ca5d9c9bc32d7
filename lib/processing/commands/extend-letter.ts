import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { extensionFaults } from "../faults/rules";
import { LETTER_LABELS } from "../rules";
import { extendLetterInput } from "../schemas";
import { changeLetter, getOpenLetter } from "./load-letter";
import { setLetterClock } from "./process-clocks";
import { asStaff, recordStep, refuse } from "./record-step";

/** More time was asked for, before the letter's day; with a new day it was given, and the clock moves. */
export const extendLetter = defineCommand({
  name: "letter.extend",
  input: extendLetterInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, input) {
    const ctx = asStaff(anyCtx);
    const letter = await getOpenLetter(ctx, file, input);
    const { today } = await getFirmDay(ctx);
    refuse(extensionFaults(input, letter, today));
    const { askedOn, reason, dueOn } = input;
    const dueRule = `Extended by IRCC, asked for on ${askedOn}`;
    await changeLetter(ctx, letter, {
      ...{ extensionAskedOn: askedOn, extensionReason: reason },
      ...(dueOn === null ? {} : { dueOn, dueRule, extendedFrom: letter.extendedFrom ?? letter.dueOn }),
    });
    const step = await recordStep(
      { ctx, file, applicationId: letter.applicationId },
      {
        kind: dueOn === null ? "extension_asked" : "letter_extended",
        ...{ happenedOn: askedOn, letterId: letter.id, note: reason },
      },
      { event: "letter.extended", detail: { letter: LETTER_LABELS[letter.kind], dueOn } },
    );
    if (dueOn === null) return audited({ letterId: letter.id }, step);
    const { id, kind, letterOn } = letter;
    const documentId = letter.document?.id ?? null;
    const clock = await setLetterClock(ctx, file, { id, kind, letterOn, dueOn, dueRule, documentId });
    return audited({ letterId: letter.id }, step, clock);
  },
});

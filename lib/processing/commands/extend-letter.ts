import "server-only";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formulaOf } from "@/lib/express-entry/timing/clock-catalogue";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { extensionFaults } from "../faults/rules";
import { LETTER_LABELS } from "../rules";
import { extendLetterInput } from "../schemas";
import type { LetterKind } from "../types";
import { defineLetterStep } from "./define-letter-step";
import { moveLetterTask } from "./letter-task";
import { setLetterClock } from "./process-clocks";
import { recordStep } from "./record-step";

const extendedRule = (kind: LetterKind, askedOn: IsoDate) =>
  formulaOf(kind, "extended", { day: plainDate(askedOn) });

/** More time was asked for, before the letter's day; with a new day it was given, and clock and task move. */
export const extendLetter = defineLetterStep({
  name: "letter.extend",
  input: extendLetterInput,
  faults: extensionFaults,
  change: ({ askedOn, reason, dueOn }, letter) => ({
    ...{ extensionAskedOn: askedOn, extensionReason: reason },
    ...(dueOn === null
      ? {}
      : {
          dueOn,
          dueRule: extendedRule(letter.kind, askedOn),
          extendedFrom: letter.extendedFrom ?? letter.dueOn,
        }),
  }),
  async take(taking, { askedOn, reason, dueOn }) {
    const { ctx, file, letter } = taking;
    const { id, kind, letterOn } = letter;
    const step = await recordStep(
      taking,
      {
        kind: dueOn === null ? "extension_asked" : "letter_extended",
        ...{ happenedOn: askedOn, letterId: id, note: reason },
      },
      { event: "letter.extended", detail: { letter: LETTER_LABELS[kind], dueOn } },
    );
    if (dueOn === null) return [step];
    const documentId = letter.document?.id ?? null;
    const moved = { id, kind, letterOn, dueOn, dueRule: extendedRule(kind, askedOn), documentId };
    return [step, await setLetterClock(ctx, file, moved), ...(await moveLetterTask(ctx, id, dueOn))];
  },
});

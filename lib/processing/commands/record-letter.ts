import "server-only";
import { faultsOf, pastFault } from "../faults/rules";
import { recordLetterInput } from "../schemas";
import { defineStep } from "./define-step";
import { writeLetter } from "./write-letter";

/** A letter of IRCC, in whatever stage it comes: its day is a clock, and what it asks for goes to the client's list. */
export const recordLetter = defineStep({
  name: "letter.record",
  input: recordLetterInput,
  step: "record_letter",
  faults: ({ letterOn, dueOn }, { current, today }) =>
    faultsOf({
      letterOn: pastFault(letterOn, {
        ...{ today, notBefore: current.receivedOn, what: "IRCC received the application" },
      }),
      dueOn: dueOn !== null && dueOn < letterOn ? "This is before the date of the letter." : null,
    }),
  take: (taking, { kind, letterOn, dueOn, track, asks, items, documentId }) =>
    writeLetter(taking, {
      ...{ kind, letterOn, namedOn: dueOn, asks, items, documentId },
      track: kind === "biometrics" ? "biometrics" : track,
    }),
});

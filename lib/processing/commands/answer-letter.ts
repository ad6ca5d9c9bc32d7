import "server-only";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { answerFaults } from "../faults/rules";
import { answeredTrackState, LETTER_LABELS } from "../rules";
import { answerLetterInput } from "../schemas";
import { defineLetterStep } from "./define-letter-step";
import { finishLetterTask } from "./letter-task";
import { recordStep } from "./record-step";

/** What was sent to IRCC, when, with the proof of sending: the letter's clock is met, or missed where it went late; its task is done. */
export const answerLetter = defineLetterStep({
  name: "letter.answer",
  input: answerLetterInput,
  faults: answerFaults,
  change: ({ answeredOn, answer, documentId }) => ({
    ...{ state: "answered", answeredOn, answer, proofDocumentId: documentId },
  }),
  async take(taking, { answeredOn, answer, documentId }) {
    const { ctx, file, letter } = taking;
    const { id: letterId, kind, track, dueOn } = letter;
    const inTime = answeredOn <= dueOn;
    await closeDeadline(ctx, file, { kind, sourceId: letterId }, inTime ? "met" : "missed");
    const step = await recordStep(
      taking,
      {
        ...{ kind: "letter_answered", happenedOn: answeredOn, letterId, note: answer, documentId },
        ...(track === null ? {} : { on: { track, state: answeredTrackState(kind) } }),
      },
      { event: "letter.answered", detail: { letter: LETTER_LABELS[kind], dueOn } },
    );
    const clock = {
      event: inTime ? "deadline.met" : "deadline.missed",
      object: { kind: "deadline", id: letterId },
      ...{ caseId: file.id, clientId: file.clientId, detail: { title: LETTER_LABELS[kind], dueOn } },
    } as const;
    return [step, clock, ...(await finishLetterTask(ctx, letterId))];
  },
});

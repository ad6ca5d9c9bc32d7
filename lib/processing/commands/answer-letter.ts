import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { can } from "@/lib/policy/can";
import { answerFaults } from "../faults/rules";
import { answeredTrackState, LETTER_LABELS } from "../rules";
import { answerLetterInput } from "../schemas";
import { changeLetter, getOpenLetter } from "./load-letter";
import { asStaff, assertPaper, recordStep, refuse } from "./record-step";

/** What was sent to IRCC, when, with the proof of sending: the letter's clock is met, or missed where it went late. */
export const answerLetter = defineCommand({
  name: "letter.answer",
  input: answerLetterInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, input) {
    const ctx = asStaff(anyCtx);
    const letter = await getOpenLetter(ctx, file, input);
    const { today } = await getFirmDay(ctx);
    refuse(answerFaults(input, letter, today));
    const { answeredOn, answer, documentId } = input;
    await assertPaper(ctx, file, documentId);
    await changeLetter(ctx, letter, { state: "answered", answeredOn, answer, proofDocumentId: documentId });
    const inTime = answeredOn <= letter.dueOn;
    await closeDeadline(ctx, file, { kind: letter.kind, sourceId: letter.id }, inTime ? "met" : "missed");
    const { track } = letter;
    const step = await recordStep(
      { ctx, file, applicationId: letter.applicationId },
      {
        ...{ kind: "letter_answered", happenedOn: answeredOn, letterId: letter.id, note: answer, documentId },
        ...(track === null ? {} : { on: { track, state: answeredTrackState(letter.kind) } }),
      },
      { event: "letter.answered", detail: { letter: LETTER_LABELS[letter.kind], dueOn: letter.dueOn } },
    );
    return audited({ letterId: letter.id }, step, {
      event: inTime ? "deadline.met" : "deadline.missed",
      object: { kind: "deadline", id: letter.id },
      caseId: file.id,
      clientId: file.clientId,
      detail: { title: LETTER_LABELS[letter.kind], dueOn: letter.dueOn },
    });
  },
});

"use server";
import { defineAction } from "@/lib/command/define-action";
import { answerObjection } from "./commands/answer-objection";
import { approve } from "./commands/approve";
import { raiseObjection } from "./commands/raise-objection";
import { recordSubmission } from "./commands/record-submission";
import { reopenPreparation } from "./commands/reopen-preparation";
import { signOff } from "./commands/sign-off";

export const signOffAction = defineAction(signOff);
export const approveAction = defineAction(approve);
export const raiseObjectionAction = defineAction(raiseObjection);
export const answerObjectionAction = defineAction(answerObjection);
export const reopenPreparationAction = defineAction(reopenPreparation);
export const recordSubmissionAction = defineAction(recordSubmission);

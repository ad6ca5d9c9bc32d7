"use server";
import { defineAction } from "@/lib/command/define-action";
import { beginClosing } from "./commands/begin-closing";
import { nameSuccessor } from "./commands/name-successor";
import { settleDuty } from "./commands/settle-duty";

export const beginClosingAction = defineAction(beginClosing);
export const nameSuccessorAction = defineAction(nameSuccessor);
export const settleDutyAction = defineAction(settleDuty);

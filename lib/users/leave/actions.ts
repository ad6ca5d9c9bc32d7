"use server";

import { defineAction } from "@/lib/command/define-action";
import { changeLeave } from "./commands/change-leave";
import { recordLeave } from "./commands/record-leave";
import { removeLeave } from "./commands/remove-leave";

export const recordLeaveAction = defineAction(recordLeave);
export const changeLeaveAction = defineAction(changeLeave);
export const removeLeaveAction = defineAction(removeLeave);

"use server";

import { defineAction } from "@/lib/command/define-action";
import { addTask } from "./commands/add-task";
import { assignTask } from "./commands/assign-task";
import { completeTask } from "./commands/complete-task";
import { dropTask } from "./commands/drop-task";
import { editTask } from "./commands/edit-task";
import { reopenTask } from "./commands/reopen-task";
import { snoozeThing } from "./commands/snooze-thing";
import { unsnoozeThing } from "./commands/unsnooze-thing";

export const addTaskAction = defineAction(addTask);
export const editTaskAction = defineAction(editTask);
export const assignTaskAction = defineAction(assignTask);
export const completeTaskAction = defineAction(completeTask);
export const dropTaskAction = defineAction(dropTask);
export const reopenTaskAction = defineAction(reopenTask);
export const snoozeThingAction = defineAction(snoozeThing);
export const unsnoozeThingAction = defineAction(unsnoozeThing);

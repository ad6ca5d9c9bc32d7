"use server";

import { defineAction } from "@/lib/command/define-action";
import { addTemplate } from "./commands/add-template";
import { changeTemplate } from "./commands/change-template";
import { discardFile } from "./commands/discard-file";
import { markRead } from "./commands/mark-read";
import { placeFile } from "./commands/place-file";
import { sendMessage } from "./commands/send-message";
import { settleThread } from "./commands/settle-thread";
import { withdrawTemplate } from "./commands/withdraw-template";

export const sendMessageAction = defineAction(sendMessage);
export const markReadAction = defineAction(markRead);
export const settleThreadAction = defineAction(settleThread);
export const discardFileAction = defineAction(discardFile);
export const placeFileAction = defineAction(placeFile);
export const addTemplateAction = defineAction(addTemplate);
export const changeTemplateAction = defineAction(changeTemplate);
export const withdrawTemplateAction = defineAction(withdrawTemplate);

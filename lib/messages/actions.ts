"use server";

import { defineAction } from "@/lib/command/define-action";
import { markRead } from "./commands/mark-read";
import { sendMessage } from "./commands/send-message";

export const sendMessageAction = defineAction(sendMessage);
export const markReadAction = defineAction(markRead);

"use server";

import { defineAction } from "@/lib/command/define-action";
import { retryMail } from "./commands/retry-mail";
import { giveUpJob, retryJob } from "./commands/settle-job";

export const retryJobAction = defineAction(retryJob);
export const giveUpJobAction = defineAction(giveUpJob);
export const retryMailAction = defineAction(retryMail);

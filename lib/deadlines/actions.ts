"use server";

import { defineAction } from "@/lib/command/define-action";
import { escalateWindow } from "./commands/escalate-window";

export const escalateWindowAction = defineAction(escalateWindow);

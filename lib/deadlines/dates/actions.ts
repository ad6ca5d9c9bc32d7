"use server";

import { defineAction } from "@/lib/command/define-action";
import { assignDeadline } from "../commands/assign-deadline";

export const assignDeadlineAction = defineAction(assignDeadline);

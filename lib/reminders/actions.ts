"use server";

import { defineAction } from "@/lib/command/define-action";
import { acknowledgeEscalation } from "./commands/acknowledge-escalation";
import { markNoticesRead } from "./commands/mark-notices-read";

export const acknowledgeEscalationAction = defineAction(acknowledgeEscalation);
export const markNoticesReadAction = defineAction(markNoticesRead);

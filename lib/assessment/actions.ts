"use server";

import { defineAction } from "@/lib/command/define-action";
import { completeAssessment } from "./commands/complete-assessment";

export const completeAssessmentAction = defineAction(completeAssessment);

"use server";

import { defineAction } from "@/lib/command/define-action";
import { completeAssessment } from "./commands/complete-assessment";
import { removeScenario } from "./commands/remove-scenario";
import { renameScenario } from "./commands/rename-scenario";
import { saveScenario } from "./commands/save-scenario";

export const completeAssessmentAction = defineAction(completeAssessment);
export const saveScenarioAction = defineAction(saveScenario, {
  // What was tried is a line of the table now: the page is that of the file with its scenarios.
  redirectTo: ({ number }) => `/cases/${number}/assessment/forecast`,
});
export const renameScenarioAction = defineAction(renameScenario);
export const removeScenarioAction = defineAction(removeScenario);

"use server";

import { defineAction } from "@/lib/command/define-action";
import { acceptDocument } from "./commands/accept-document";
import { addRequirement } from "./commands/add-requirement";
import { regenerateChecklist } from "./commands/regenerate-checklist";
import { requestRequirement } from "./commands/request-requirement";
import { returnDocument } from "./commands/return-document";
import { setLeadTime } from "./commands/set-lead-time";
import { startReview } from "./commands/start-review";
import { undoReview } from "./commands/undo-review";
import { waiveRequirement } from "./commands/waive-requirement";

export const acceptDocumentAction = defineAction(acceptDocument);
export const addRequirementAction = defineAction(addRequirement);
export const regenerateChecklistAction = defineAction(regenerateChecklist);
export const requestRequirementAction = defineAction(requestRequirement);
export const returnDocumentAction = defineAction(returnDocument);
export const setLeadTimeAction = defineAction(setLeadTime);
export const startReviewAction = defineAction(startReview);
export const undoReviewAction = defineAction(undoReview);
export const waiveRequirementAction = defineAction(waiveRequirement);

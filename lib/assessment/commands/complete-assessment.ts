import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { canStep } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import { defineCommand } from "@/lib/command/define-command";
import { conflict } from "@/lib/errors/app-error";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import { can } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { canComplete } from "../rules";
import { completeAssessmentInput } from "../schemas";
import { deriveCase } from "./derive-case";

/**
 * Ends the assessment: the file goes to profile preparation, if at least one program is open to the client today.
 * A retained file passes through the assessment stage on the way. CONFLICT with the reason otherwise.
 */
export const completeAssessment = defineCommand({
  name: "assessment.complete",
  input: completeAssessmentInput,
  load: (ctx, { caseId }) => getCaseForUpdate(ctx, caseId),
  authorise: (actor, file) => can(actor, "case.advance", file),
  execute: async (ctx, file) => {
    const begins = file.stage === "RETAINED";
    const stage: CaseStage = begins ? "ASSESSMENT" : file.stage;
    const step = canStep(stage, "PROFILE_PREPARATION");
    if (!step.allowed) throw conflict(step.reason, { stage: file.stage });
    const { facts, crsScore, program, today } = await deriveCase(ctx, file, { factsChanged: false });
    const complete = canComplete(
      assessEligibility(facts, today, { tables: await getRuleTables(ctx) }).programs,
    );
    if (!complete.allowed) throw conflict(complete.reason, { stage: file.stage });
    const steps = begins ? [await stepCase(ctx, file, "ASSESSMENT")] : [];
    const last = await stepCase(ctx, { ...file, stage }, "PROFILE_PREPARATION");
    return audited(
      { number: file.number },
      {
        event: "assessment.completed",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { program, score: crsScore },
      },
      ...steps,
      last,
    );
  },
});

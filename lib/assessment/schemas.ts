import { z } from "zod";
import { optionalDate, requiredText, rowIdField, versionField } from "@/lib/command/fields";
import { changesField } from "./forecast/schemas";

export const completeAssessmentInput = z.object({ caseId: rowIdField() });

export const printAssessmentInput = z.object({
  number: requiredText("the file number", 40),
  on: optionalDate(),
});

const scenarioName = () => requiredText("a name", 80);

export const saveScenarioInput = z.object({
  caseId: rowIdField(),
  name: scenarioName(),
  changes: changesField(),
});

const onScenario = { caseId: rowIdField(), id: rowIdField(), version: versionField() };
export const renameScenarioInput = z.object({ ...onScenario, name: scenarioName() });
export const removeScenarioInput = z.object(onScenario);

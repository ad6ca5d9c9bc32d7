import { z } from "zod";
import { rowIdField } from "@/lib/command/fields";

export const completeAssessmentInput = z.object({ caseId: rowIdField() });

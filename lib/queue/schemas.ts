import { z } from "zod";
import { integer, rowIdField } from "@/lib/command/fields";

export const settleJobInput = z.object({ jobId: integer("the job") });

export const retryMailInput = z.object({ mailId: rowIdField() });

import "server-only";
import { cache } from "react";
import { reading } from "@/lib/auth/reading";
import { getSubmission } from "./queries";

export const loadSubmission = cache((caseId: string) => reading((ctx) => getSubmission(ctx, caseId)));

import type { ProcessingPage } from "@/lib/processing/types";

export interface OfPage {
  page: ProcessingPage;
}

/** What every form about the application sends along. */
export const hiddenOf = ({ caseId, current }: ProcessingPage) => ({ caseId, version: current?.version ?? 1 });

import type { CaseStage } from "@/lib/db/schema/cases";

export type { CaseStage } from "@/lib/db/schema/cases";

/** A case as a command finds it: visible to the actor, its row locked until the transaction ends. */
export interface LockedCase {
  id: string;
  number: string;
  clientId: string;
  ownerId: string;
  stage: CaseStage;
  displayName: string;
  factsVersion: number;
  plannedSubmissionOn: string | null;
  requiredCount: number;
  acceptedCount: number;
  version: number;
}

import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";

const TONES: Readonly<Partial<Record<CaseStage, Tone>>> = {
  ITA_RECEIVED: "info",
  APPLICATION_PREPARATION: "info",
  READY_TO_SUBMIT: "info",
  SUBMITTED: "info",
  IN_PROCESS: "info",
  APPROVED: "ok",
  CONFIRMATION_ISSUED: "ok",
  LANDED: "ok",
  ITA_EXPIRED: "late",
  REJECTED_INCOMPLETE: "late",
  REFUSED: "late",
};

/** The stage of a case as a word with its sign. */
export function StageBadge({ stage }: { stage: CaseStage }) {
  return <Badge tone={TONES[stage] ?? "neutral"}>{STAGE_LABELS[stage]}</Badge>;
}

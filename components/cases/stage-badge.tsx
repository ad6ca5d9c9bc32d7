import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

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

interface StageBadgeProps {
  stage: CaseStage;
  /** Since when its application is on hold; null: it is not. */
  heldOn: IsoDate | null;
}

/** The stage of a case as a word with its sign; on hold the stage stays, and that is said beside it. */
export function StageBadge({ stage, heldOn }: StageBadgeProps) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={TONES[stage] ?? "neutral"}>{STAGE_LABELS[stage]}</Badge>
      {heldOn !== null && <Badge tone="watch">On hold</Badge>}
    </span>
  );
}

import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Tone } from "@/components/ui/tone";
import { provinceName } from "@/lib/nominations/catalogue/rules";
import { ENDED, OUTCOME_LABELS, STATUS_LABELS } from "@/lib/nominations/track/rules";
import type {
  NominationOutcome,
  NominationPage,
  NominationStatus,
  NominationTrack,
} from "@/lib/nominations/types";
import { EndForm } from "./end-form";
import { AcceptForm, NextStepForm } from "./step-forms";
import { TrackDocuments } from "./track-documents";
import { TrackFacts } from "./track-facts";

const TONES: Readonly<Record<NominationStatus, Tone>> = {
  interest: "info",
  applied: "info",
  nominated: "info",
  offered: "watch",
  accepted: "ok",
  refused: "neutral",
  declined: "neutral",
  lapsed: "neutral",
  withdrawn: "neutral",
};

export function TrackBadge({ status }: { status: NominationStatus }) {
  return <Badge tone={TONES[status]}>{STATUS_LABELS[status]}</Badge>;
}

function outcomesOf({ steps }: NominationTrack): NominationOutcome[] {
  return steps.filter((step): step is NominationOutcome => step in OUTCOME_LABELS);
}

function Endings({ page, track }: { page: NominationPage; track: NominationTrack }) {
  const outcomes = outcomesOf(track);
  const late = track.status === "lapsed" && track.steps.includes("accept");
  if (outcomes.length === 0 && !late) return null;
  const { caseId, today } = page;
  return (
    <CardFooter>
      {outcomes.length > 0 && (
        <Dialog
          title="How it ended"
          description={
            track.status === "accepted"
              ? "The nomination ends among the facts, and the score falls back. Under an invitation IRCC has to be told."
              : "Refused, declined or let go: the score stays what it is without a nomination."
          }
          trigger={{ label: "It ended…", size: "sm", variant: "quiet" }}
        >
          <EndForm {...{ caseId, track, outcomes, today }} />
        </Dialog>
      )}
      {late && (
        <Dialog
          title="Accepted in time after all"
          description="Only for an acceptance within the 30 days that was not recorded here."
          trigger={{ label: "It was accepted in time…", size: "sm", variant: "quiet" }}
        >
          <AcceptForm {...{ caseId, track, today }} />
        </Dialog>
      )}
    </CardFooter>
  );
}

/** One province's track: what happened, what is due, and the one form that is next. */
export function TrackCard({ page, track }: { page: NominationPage; track: NominationTrack }) {
  const { caseId, today } = page;
  const id = `track-${track.id}`;
  return (
    <Card labelledBy={id}>
      <CardHeader
        id={id}
        title={provinceName(track.province)}
        detail={track.streamName}
        actions={<TrackBadge status={track.status} />}
      />
      <CardBody className="space-y-4">
        {track.warning !== null && <Notice tone="late" title={track.warning} />}
        {track.due && <DaysLeft date={track.due.on} today={today} what={track.due.what} look="line" />}
        <TrackFacts track={track} />
        <NextStepForm {...{ caseId, track, today }} />
        <TrackDocuments page={page} track={track} open={!ENDED.includes(track.status)} />
      </CardBody>
      <Endings page={page} track={track} />
    </Card>
  );
}

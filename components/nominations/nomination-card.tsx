import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/quantities";
import { provinceName } from "@/lib/nominations/catalogue/rules";
import { ENDED } from "@/lib/nominations/track/rules";
import type { NominationPage, NominationTrack } from "@/lib/nominations/types";
import { TrackBadge } from "./track-card";

function TrackLine({ track, today }: { track: NominationTrack; today: string }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span>
        {provinceName(track.province)} <span className="text-ink-2">{track.streamName}</span>
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {track.due && <DaysLeft date={track.due.on} today={today} what={track.due.what} look="line" />}
        <TrackBadge status={track.status} />
      </span>
    </li>
  );
}

/** What a nomination would do, in one sentence. */
function EffectLine({ page }: { page: NominationPage }) {
  const { effect } = page;
  if (effect === null || page.tracks.every(({ status }) => ENDED.includes(status))) return null;
  const { before, after, inForce } = effect;
  const cut = after.round;
  return (
    <p>
      {inForce ? "With the nomination" : "Once accepted"}: {before.score} → <b>{after.score}</b>
      {cut &&
        `, ${cut.margin >= 0 ? `${cut.margin} over` : `${-cut.margin} short of`} the latest round of nominees (${cut.lowestCrs})`}
      , in rounds of nominees alone.
    </p>
  );
}

function streamsInWords({ streams }: NominationPage): string {
  const fitting = streams.filter(({ fit }) => fit.verdict === "met").length;
  const inDoubt = streams.length - fitting;
  if (streams.length === 0) return "No stream of the catalogue fits the facts today.";
  const parts = [
    fitting > 0 && `${formatCount(fitting, "stream")} of the catalogue ${fitting === 1 ? "fits" : "fit"}`,
    inDoubt > 0 && `${inDoubt} to check`,
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}

/** The nomination track in brief, beside the pool; its page has the forms. Nothing where a province has no say. */
export function NominationCard({ page }: { page: NominationPage }) {
  const { tracks, today, number, allowed } = page;
  if (tracks.length === 0 && !allowed.start) return null;
  const warnings = tracks.flatMap(({ warning }) => (warning === null ? [] : [warning]));
  return (
    <Card labelledBy="nomination">
      <CardHeader
        id="nomination"
        title="Provincial nomination"
        actions={
          <Button size="sm" href={`/cases/${number}/overview/nomination`}>
            {tracks.length === 0 ? "Streams and steps" : "Open the track"}
          </Button>
        }
      />
      <CardBody className="space-y-2">
        {warnings.map((warning) => (
          <Notice key={warning} tone="late" title={warning} />
        ))}
        {tracks.length === 0 ? (
          <p className="text-ink-2">{streamsInWords(page)}</p>
        ) : (
          <ul className="space-y-1">
            {tracks.map((track) => (
              <TrackLine key={track.id} track={track} today={today} />
            ))}
          </ul>
        )}
        <EffectLine page={page} />
      </CardBody>
    </Card>
  );
}

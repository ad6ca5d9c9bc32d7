import { DefinitionList, type Definition } from "@/components/ui/definition-list";
import { formatDate } from "@/lib/format/dates";
import type { NominationTrack } from "@/lib/nominations/types";

const day = (term: string, on: string | null, more?: string | null): Definition | false =>
  on !== null && { term, value: more ? `${formatDate(on)}, ${more}` : formatDate(on) };

const text = (term: string, value: string | null): Definition | false => value !== null && { term, value };

/** What was recorded of a track, in the order in which it happened. */
export function TrackFacts({ track }: { track: NominationTrack }) {
  const items = [
    day("Province interested", track.interestOn, track.answerBy && `answer by ${formatDate(track.answerBy)}`),
    day("Applied", track.appliedOn),
    text("Reference", track.referenceNumber),
    day("Decision expected", track.decisionExpectedOn),
    day("Nominated", track.issuedOn),
    text("Certificate", track.certificateNumber),
    day("Expires", track.expiresOn),
    day(
      "In IRCC’s account",
      track.offeredOn,
      track.acceptBy && `to be accepted by ${formatDate(track.acceptBy)}`,
    ),
    day("Accepted", track.acceptedOn),
    day("Ended", track.endedOn, track.endedReason),
    day("IRCC told", track.irccToldOn),
  ];
  return <DefinitionList items={items.filter((item) => item !== false)} />;
}

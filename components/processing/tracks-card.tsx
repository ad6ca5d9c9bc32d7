import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { TextareaField } from "@/components/ui/textarea";
import { formatDate } from "@/lib/format/dates";
import { changeTrackAction } from "@/lib/processing/actions";
import { TRACK_LABELS, TRACK_STATE_LABELS, TRACK_STATES } from "@/lib/processing/rules";
import type { ApplicationView, ProcessingPage, TrackLine } from "@/lib/processing/types";
import { EvidenceField } from "./evidence-field";
import { StepDialog } from "./step-dialog";
import { TRACK_TONES } from "./words";

interface TracksCardProps {
  page: ProcessingPage;
  application: ApplicationView;
}

function ChangeTrack({ page, application, line }: TracksCardProps & { line: TrackLine }) {
  const { caseId, documents, today } = page;
  const label = TRACK_LABELS[line.track];
  return (
    <StepDialog
      action={changeTrackAction}
      hidden={{ caseId, version: application.version, track: line.track }}
      title={`${label}: how it stands`}
      open="Change…"
      button="Record it"
      said={`${label} recorded, the client is told`}
      look="quiet"
    >
      <SelectField
        name="state"
        label="It is now"
        options={TRACK_STATES.map((value) => ({ value, label: TRACK_STATE_LABELS[value] }))}
        defaultValue={line.state}
        required
      />
      <DateField name="on" label="Since" defaultValue={today} max={today} required />
      <TextareaField
        name="note"
        label="Note"
        hint="Kept in the history; the client does not read it"
        optional
      />
      <EvidenceField {...{ caseId, documents }} title={`${label}, from IRCC’s account`} what="the paper" />
    </StepDialog>
  );
}

/** IRCC's four tracks, which run in parallel beside the firm's own stage. */
export function TracksCard({ page, application }: TracksCardProps) {
  const mayChange = page.steps.includes("change_track");
  const needed = page.biometrics.filter(({ needed: is }) => is !== false);
  return (
    <Card labelledBy="tracks">
      <CardHeader id="tracks" title="IRCC’s four checks" detail="they run side by side" />
      <Table caption="IRCC’s four checks">
        <thead>
          <tr>
            <HeadCell>Check</HeadCell>
            <HeadCell>How it stands</HeadCell>
            <HeadCell>Since</HeadCell>
            <HeadCell>Note</HeadCell>
            {mayChange && (
              <HeadCell>
                <span className="sr-only">Change</span>
              </HeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {application.tracks.map((line) => (
            <Row key={line.track}>
              <RowHead>{TRACK_LABELS[line.track]}</RowHead>
              <Cell>
                <Badge tone={TRACK_TONES[line.state]}>{TRACK_STATE_LABELS[line.state]}</Badge>
              </Cell>
              <Cell className="whitespace-nowrap">{line.since === null ? "" : formatDate(line.since)}</Cell>
              <Cell className="text-ink-2">{line.note}</Cell>
              {mayChange && (
                <Cell align="right">
                  <ChangeTrack page={page} application={application} line={line} />
                </Cell>
              )}
            </Row>
          ))}
        </tbody>
      </Table>
      {needed.length > 0 && (
        <p className="border-t border-line px-4 py-2 text-sm text-ink-2">
          Biometrics, ages 14 to 79, also where earlier ones are valid:{" "}
          {needed.map(({ name, why }) => `${name} (${why.toLowerCase()})`).join(", ")}.
        </p>
      )}
    </Card>
  );
}

import { StepDialog } from "./step-dialog";
import { EvidenceField } from "./evidence-field";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { DaysLeft } from "@/components/ui/days-left";
import { SelectField } from "@/components/ui/select";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { TextareaField } from "@/components/ui/textarea";
import type { Tone } from "@/components/ui/tone";
import { settleDutyAction } from "@/lib/closing/actions";
import { DUTY_LABELS, DUTY_NOTES, dutyRule, DUTY_STATE_LABELS } from "@/lib/closing/rules";
import type { ClosingPage, DutyDto, DutyState } from "@/lib/closing/types";
import { formatDate } from "@/lib/format/dates";

const TONES: Readonly<Record<DutyState, Tone>> = {
  open: "watch",
  done: "ok",
  not_needed: "neutral",
  left: "late",
};

interface OfDuty {
  page: ClosingPage;
  duty: DutyDto;
}

function Settle({ page, duty }: OfDuty) {
  const { caseId, documents, today } = page;
  return (
    <StepDialog
      action={settleDutyAction}
      hidden={{ caseId, dutyId: duty.id, version: duty.version }}
      title={DUTY_LABELS[duty.kind]}
      description={DUTY_NOTES[duty.kind]}
      open="Settle…"
      button="Record it"
      said="Recorded, its date is closed"
    >
      <SelectField
        name="outcome"
        label="What became of it"
        options={[
          { value: "done", label: "Done" },
          { value: "not_needed", label: "Not needed here" },
        ]}
        defaultValue="done"
        required
      />
      <DateField name="on" label="On" defaultValue={today} max={today} required />
      <TextareaField name="note" label="Note" hint="Where it is not needed: why" rows={2} optional />
      <EvidenceField {...{ caseId, documents }} title={DUTY_LABELS[duty.kind]} what="the paper" />
    </StepDialog>
  );
}

function Settled({ page, duty }: OfDuty) {
  const { state, dueOn, settledOn, settledByName } = duty;
  if (state === "open")
    return <DaysLeft date={dueOn} today={page.today} tone={dueOn < page.today ? "late" : "neutral"} />;
  return (
    <span className="text-sm text-ink-2">
      {settledOn && formatDate(settledOn)}
      {settledByName && `, ${settledByName}`}
    </span>
  );
}

/** What the firm owes the client at the end, each with its day (Code s. 36). */
export function DutiesCard({ page }: { page: ClosingPage }) {
  const { duties, allowed } = page;
  const open = duties.filter(({ state }) => state === "open").length;
  return (
    <Card labelledBy="duties">
      <CardHeader
        id="duties"
        title="Closing duties"
        detail={open === 0 ? "all settled" : `${open} of ${duties.length} open`}
      />
      <Table caption="Closing duties">
        <thead>
          <tr>
            <HeadCell>Duty</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell>By</HeadCell>
            <HeadCell>Paper</HeadCell>
            {allowed.settle && (
              <HeadCell>
                <span className="sr-only">Settle</span>
              </HeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <Row key={duty.id}>
              <RowHead>
                {DUTY_LABELS[duty.kind]}
                <span className="block max-w-110 text-sm font-normal whitespace-normal text-ink-2">
                  {duty.note ?? DUTY_NOTES[duty.kind]}
                </span>
              </RowHead>
              <Cell>
                <Badge tone={TONES[duty.state]}>{DUTY_STATE_LABELS[duty.state]}</Badge>
              </Cell>
              <Cell>
                <Settled page={page} duty={duty} />
                {duty.state === "open" && <p className="text-xs text-ink-3">{dutyRule(duty.kind)}</p>}
              </Cell>
              <Cell>{duty.document?.title ?? <span className="text-ink-3">None</span>}</Cell>
              {allowed.settle && (
                <Cell align="right">{duty.state === "open" && <Settle page={page} duty={duty} />}</Cell>
              )}
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

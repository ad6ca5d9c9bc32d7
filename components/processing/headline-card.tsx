import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DefinitionList, type Definition } from "@/components/ui/definition-list";
import { StatusIcon } from "@/components/ui/status-icon";
import { daysUntil, formatDate, formatDaysLeft } from "@/lib/format/dates";
import { STAGE_LABELS } from "@/lib/cases/rules";
import { HEADLINES } from "@/lib/processing/rules";
import type { ApplicationView, ProcessingPage } from "@/lib/processing/types";
import { HEADLINE_TONES } from "./words";

const CONFIRMATIONS = { ecopr: "eCOPR", copr: "COPR" } as const;

function datesOf(one: ApplicationView): (Definition | false)[] {
  const day = (term: string, on: string | null, more?: string | null): Definition | false =>
    on !== null && { term, value: more ? `${formatDate(on)}, ${more}` : formatDate(on) };
  const { confirmationUntil: until } = one;
  return [
    { term: "Application number", value: one.number },
    day("Received by IRCC", one.receivedOn),
    day("Acknowledged", one.acknowledgedOn),
    day("Completeness check", one.checkedOn, one.completeness),
    day("Fees returned", one.feesReturnedOn),
    one.missing !== null && { term: "Found missing", value: one.missing },
    day(
      "Decision",
      one.decidedOn,
      one.decision === "approved"
        ? `approved, by ${one.approvedBy === "passport" ? "passport request" : "the PR portal"}`
        : one.decision,
    ),
    one.decision === "approved" &&
      one.rprfPaid !== null && {
        term: "Right of permanent residence fee",
        value: one.rprfPaid ? "Paid" : "To be paid: asked of the client",
      },
    one.confirmation !== null &&
      day(CONFIRMATIONS[one.confirmation], one.confirmedOn, until && `valid until ${formatDate(until)}`),
    one.heldReason !== null && day("On hold since", one.heldOn, one.heldReason),
    day("Landed", one.landedOn, one.landedAt),
    day("Address for the card", one.addressGivenOn),
  ];
}

/** What was recorded of an application, in the order in which it happened. */
export function ApplicationDates({ application }: { application: ApplicationView }) {
  return <DefinitionList items={datesOf(application).filter((item) => item !== false)} />;
}

/** Where the application is: the firm's own stage, IRCC's word in one sentence, and the six-month standard. */
export function HeadlineCard({ page }: { page: ProcessingPage }) {
  const { headline, stage, current, standardOn, today, sent } = page;
  const tone = HEADLINE_TONES[headline];
  return (
    <Card labelledBy="headline">
      <CardHeader
        id="headline"
        title="Where it is"
        actions={<Badge>{`With us: ${STAGE_LABELS[stage]}`}</Badge>}
      />
      <CardBody className="space-y-4">
        <p className="flex items-center gap-2 text-lg font-[650]">
          <StatusIcon tone={tone} />
          {HEADLINES[headline]}
        </p>
        {standardOn !== null && (
          <p className="text-sm text-ink-2">
            IRCC’s six-month standard ends {formatDate(standardOn)},{" "}
            {formatDaysLeft(daysUntil(standardOn, today))}. It is kept in 80 % of cases.
          </p>
        )}
        {current ? (
          <ApplicationDates application={current} />
        ) : (
          sent && (
            <DefinitionList
              items={[
                { term: "Sent", value: formatDate(sent.on) },
                { term: "Number", value: sent.number },
              ]}
            />
          )
        )}
      </CardBody>
    </Card>
  );
}

import { Card, CardHeader } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { OpenDecision } from "@/lib/assessment/decision/types";
import type { ClassWork } from "@/lib/express-entry/eligibility/class-work";
import type { DatedProof } from "@/lib/express-entry/draws/dated-proofs";
import type { FundsOfDay } from "@/lib/express-entry/draws/invitation-decision";
import { formatDate } from "@/lib/format/dates";
import { formatDollars } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/quantities";

function Holds({ met, children }: { met: boolean; children: string }) {
  return (
    <span className="inline-flex items-start gap-1.5">
      <StatusIcon tone={met ? "ok" : "late"} size={14} className="mt-0.5" />
      <span>{children}</span>
    </span>
  );
}

function workWords({ days, neededDays, hours, neededHours }: ClassWork): string {
  const counted = `${formatNumber(days)} of ${formatNumber(neededDays)} days`;
  return `${counted} (${formatNumber(Math.floor(hours))} of ${formatNumber(neededHours)} h)`;
}

function WorkRow({ work }: { work: OpenDecision["decision"]["work"] }) {
  const { atInvitation, atSubmission, slipsOn, program } = work;
  const met = (of: ClassWork) => of.hours >= of.neededHours;
  return (
    <Row>
      <RowHead className="whitespace-normal!">
        Work under {program}, last {atInvitation.windowYears} years
      </RowHead>
      <Cell wrap>
        <Holds met={met(atInvitation)}>{workWords(atInvitation)}</Holds>
      </Cell>
      <Cell wrap>
        <Holds met={met(atSubmission)}>{workWords(atSubmission)}</Holds>
      </Cell>
      <Cell wrap>
        {slipsOn === null
          ? "does not slip within two years"
          : `suffices up to the day before ${formatDate(slipsOn)}`}
      </Cell>
      <Cell className="text-ink-2">{atInvitation.section}</Cell>
    </Row>
  );
}

function ProofRow({ proof, whose }: { proof: DatedProof; whose: string }) {
  const words = (counts: boolean) => (counts ? "counts" : "does not count");
  return (
    <Row>
      <RowHead className="whitespace-normal!">
        {proof.title}, {whose}{" "}
        {!proof.used && (
          <span className="text-sm font-normal text-ink-2">(the score does not rest on it)</span>
        )}
      </RowHead>
      <Cell>
        <Holds met={proof.atInvitation}>{words(proof.atInvitation)}</Holds>
      </Cell>
      <Cell>
        <Holds met={proof.atSubmission}>{words(proof.atSubmission)}</Holds>
      </Cell>
      <Cell>last day {formatDate(proof.lastDay)}</Cell>
      <Cell className="text-ink-2">{proof.source.section}</Cell>
    </Row>
  );
}

function fundsWords({ required, reason, needed }: FundsOfDay, held: number | null): string {
  if (!required) return `Exempt: ${reason}`;
  if (needed === null) return "Needed, and no table is known for the day";
  const has = held === null ? "what they hold is not entered" : `${formatDollars(held)} held`;
  return `${formatDollars(needed.cents)} for a family of ${needed.familySize}; ${has}`;
}

function FundsRow({ funds }: { funds: OpenDecision["decision"]["funds"] }) {
  const held = funds.held?.cents ?? null;
  const met = ({ required, needed }: FundsOfDay) =>
    !required || (needed !== null && held !== null && held >= needed.cents);
  return (
    <Row>
      <RowHead>Settlement funds</RowHead>
      <Cell wrap>
        <Holds met={met(funds.atInvitation)}>{fundsWords(funds.atInvitation, held)}</Holds>
      </Cell>
      <Cell wrap>
        <Holds met={met(funds.atSubmission)}>{fundsWords(funds.atSubmission, held)}</Holds>
      </Cell>
      <Cell wrap className="text-ink-2">
        {funds.atSubmission.required && funds.atSubmission.needed?.warning
          ? funds.atSubmission.needed.warning
          : "at the application and at the visa"}
      </Cell>
      <Cell className="text-ink-2">IRPR 76(1)(b)</Cell>
    </Row>
  );
}

/** What must hold on both days: work in its window, tests and assessments to their last day, money. */
export function HoldsCard({ open }: { open: OpenDecision }) {
  const { work, proofs, funds, scores } = open.decision;
  return (
    <Card labelledBy="holds">
      <CardHeader id="holds" title="What must hold on both days" detail="work in days of 30 hours a week" />
      <Table caption="Work, tests, assessments and funds on both days">
        <thead>
          <tr>
            <HeadCell>What</HeadCell>
            <HeadCell>Invitation, {formatDate(scores.invitation.on)}</HeadCell>
            <HeadCell>Planned day, {formatDate(open.plannedOn)}</HeadCell>
            <HeadCell>How long</HeadCell>
            <HeadCell>Rule</HeadCell>
          </tr>
        </thead>
        <tbody>
          <WorkRow work={work} />
          {proofs.map((proof) => (
            <ProofRow
              key={`${proof.kind}-${proof.id}`}
              proof={proof}
              whose={open.names[proof.personId] ?? ""}
            />
          ))}
          <FundsRow funds={funds} />
        </tbody>
      </Table>
    </Card>
  );
}

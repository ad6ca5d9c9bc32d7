import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { CaseClock, CaseDates } from "@/lib/deadlines/dates/types";
import type { DeadlineState } from "@/lib/deadlines/types";
import { daysUntil, formatDate, zoneName } from "@/lib/format/dates";
import { AssignDeadlineForm } from "./assign-deadline-form";

const STATES: Readonly<Record<DeadlineState, string>> = {
  open: "Running",
  met: "Met",
  missed: "Missed",
  void: "No longer applies",
};

const SOON_DAYS = 30;

function Responsible({ clock, dates }: { clock: CaseClock; dates: CaseDates }) {
  const { name, away } = clock.responsible;
  return (
    <>
      {name}
      {away && (
        <span className="block text-xs text-watch">
          away until {formatDate(away.until)},{" "}
          {away.cover === null ? "nobody covers" : `${away.cover} covers`}
        </span>
      )}
      {dates.allowed.assign && clock.state === "open" && (
        <span className="block print:hidden">
          <Dialog
            title={clock.title}
            trigger={{
              ...{ label: "Give to…", variant: "quiet", size: "sm" },
              ariaLabel: `Give to somebody else: ${clock.title}`,
            }}
          >
            <AssignDeadlineForm clock={clock} people={dates.people} />
          </Dialog>
        </span>
      )}
    </>
  );
}

function ClockRow({ clock, dates }: { clock: CaseClock; dates: CaseDates }) {
  const left = daysUntil(clock.dueOn, dates.today);
  return (
    <Row>
      <RowHead>
        {clock.title}
        <span className="block text-xs font-normal text-ink-2">{clock.hard ? "Hard" : "Soft"}</span>
      </RowHead>
      <Cell>
        {clock.state === "open" ? (
          <DaysLeft
            date={clock.dueOn}
            today={dates.today}
            tone={left < 0 ? "late" : left < SOON_DAYS ? "watch" : "neutral"}
          />
        ) : (
          formatDate(clock.dueOn)
        )}
        <span className="block text-xs text-ink-2">{zoneName(clock.timeZone)}</span>
      </Cell>
      <Cell wrap className="min-w-56 text-ink-2">
        {clock.rule}
        {clock.startDate && <span className="block text-xs">From {formatDate(clock.startDate)}</span>}
      </Cell>
      <Cell wrap>
        <Link href={clock.source.href} className="underline">
          {clock.source.label}
        </Link>
      </Cell>
      <Cell wrap>
        <Responsible clock={clock} dates={dates} />
      </Cell>
      <Cell>
        <Badge icon={null}>{STATES[clock.state]}</Badge>
        {clock.closedOn && <span className="block text-xs text-ink-2">{formatDate(clock.closedOn)}</span>}
      </Cell>
    </Row>
  );
}

function ClockTable({
  clocks,
  dates,
  caption,
}: {
  clocks: readonly CaseClock[];
  dates: CaseDates;
  caption: string;
}) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <HeadCell>What ends</HeadCell>
          <HeadCell>Last day</HeadCell>
          <HeadCell>How it is counted</HeadCell>
          <HeadCell>Source</HeadCell>
          <HeadCell>Who answers for it</HeadCell>
          <HeadCell>State</HeadCell>
        </tr>
      </thead>
      <tbody>
        {clocks.map((clock) => (
          <ClockRow key={clock.id} clock={clock} dates={dates} />
        ))}
      </tbody>
    </Table>
  );
}

/** Every clock of a case: source, formula, class, who answers for it, and what became of the ended ones. */
export function CaseClocks({ dates }: { dates: CaseDates }) {
  const { running, ended } = dates;
  return (
    <div className="space-y-4">
      <Card labelledBy="running">
        <CardHeader
          id="running"
          title="Dates"
          detail="After a hard date something is lost for good; a soft one warns."
        />
        {running.length > 0 ? (
          <ClockTable clocks={running} dates={dates} caption="Dates that run, nearest first" />
        ) : (
          <EmptyState title="No date runs">
            The profile, the invitation, letters and each dated document bring their own.
          </EmptyState>
        )}
      </Card>
      {ended.length > 0 && (
        <Card labelledBy="ended">
          <CardHeader id="ended" title="Ended dates" />
          <ClockTable clocks={ended} dates={dates} caption="Dates that have ended, latest first" />
        </Card>
      )}
    </div>
  );
}

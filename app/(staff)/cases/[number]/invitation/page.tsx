import type { Metadata } from "next";
import { AcceptForm } from "@/components/assessment/decision/accept-form";
import { InvitationCard } from "@/components/assessment/invitation-card";
import { ChangedCard } from "@/components/assessment/decision/changed-card";
import { CutOffsCard } from "@/components/assessment/decision/cut-offs-card";
import { ExitsCard } from "@/components/assessment/decision/exits-card";
import { HoldsCard } from "@/components/assessment/decision/holds-card";
import { RecordsCard } from "@/components/assessment/decision/records-card";
import { TestedCard } from "@/components/assessment/decision/tested-card";
import { DateKeysCard } from "@/components/profiles/date-keys-card";
import { DeclineForm } from "@/components/profiles/decline-form";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { loadDecisionPage } from "@/lib/assessment/decision/loaders";
import type { DecisionPage, OpenDecision } from "@/lib/assessment/decision/types";
import { formatDate } from "@/lib/format/dates";
import { loadDateKeys } from "@/lib/profiles/keys/loaders";

export const metadata: Metadata = { title: "Accept or decline" };

interface InvitationPageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ on?: string | string[] }>;
}

/** The days of the window one asks about: today, the target, the last day. */
function PlannedDay({ page, open }: { page: DecisionPage; open: OpenDecision }) {
  const days = [
    { label: "Today", on: page.today },
    { label: "Day 50", on: open.targetOn },
    { label: "Last day", on: open.deadline },
  ];
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="text-sm text-ink-2">
        Judged for an application received on <b className="font-semibold">{formatDate(open.plannedOn)}</b>
      </p>
      <SegmentedControl
        label="Planned day"
        items={days.map(({ label, on }) => ({
          label: `${label}, ${formatDate(on)}`,
          href: `/cases/${encodeURIComponent(page.number)}/invitation?on=${on}`,
          current: on === open.plannedOn,
        }))}
      />
    </div>
  );
}

function Decline({ caseId }: { caseId: string }) {
  return (
    <Dialog
      title="Decline the invitation"
      description="The profile goes back to the pool with its old timestamp."
      trigger={{ label: "Decline…" }}
    >
      <DeclineForm caseId={caseId} />
    </Dialog>
  );
}

function Open({ page, open }: { page: DecisionPage; open: OpenDecision }) {
  const { decision, check, exits, cutOffs, plannedOn } = open;
  return (
    <>
      <PlannedDay page={page} open={open} />
      <InvitationCard check={check} today={page.today} />
      <ExitsCard
        exits={exits}
        actions={{
          submit: page.allowed.accept && <AcceptForm caseId={page.caseId} />,
          decline: page.allowed.decline && <Decline caseId={page.caseId} />,
        }}
      />
      <ChangedCard decision={decision} />
      <HoldsCard open={open} />
      <TestedCard criteria={decision.criteria} invitedOn={check.invitedOn} plannedOn={plannedOn} />
      <CutOffsCard cutOffs={cutOffs} inPool={open.inPool} />
    </>
  );
}

/** Whether to take up an invitation: both days that count, the ways out with their costs, and what was decided. */
export default async function InvitationPage({ params, searchParams }: InvitationPageProps) {
  const { number } = await params;
  const { on } = await searchParams;
  const page = await loadDecisionPage(number, typeof on === "string" ? on : undefined);
  const keys = await loadDateKeys(number);
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg font-[650]">Accept or decline</h2>
      {keys && <DateKeysCard keys={keys} />}
      {page.open ? (
        <Open page={page} open={page.open} />
      ) : (
        <Card>
          <EmptyState title="No invitation is open">
            An invitation to apply is decided here once it is recorded on the overview.
          </EmptyState>
        </Card>
      )}
      {page.records.length > 0 && <RecordsCard records={page.records} timeZone={page.timeZone} />}
    </div>
  );
}

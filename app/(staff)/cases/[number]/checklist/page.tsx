import { AddItem, RefreshButton } from "@/components/checklist/checklist-tools";
import { ChecklistTable } from "@/components/checklist/checklist-table";
import { PlanCard } from "@/components/checklist/plan-card";
import { PoliceMatrix } from "@/components/checklist/police-matrix";
import { TemplateNotice } from "@/components/checklist/template-notice";
import { HistoryFindings } from "@/components/people/history-findings";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { loadChecklist } from "@/lib/checklist/loaders";
import { loadStandingFlags } from "@/lib/checklist/review/loaders";
import type { Checklist, ChecklistFilter } from "@/lib/checklist/types";
import { formatCount } from "@/lib/format/quantities";

interface ChecklistPageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
}

const FILTERS: readonly { key: ChecklistFilter; label: string }[] = [
  { key: "us", label: "Needs us" },
  { key: "client", label: "Client" },
  { key: "other", label: "Others" },
  { key: "accepted", label: "Accepted" },
];

function chipsOf({ number, counts }: Checklist, show: ChecklistFilter | null) {
  const base = `/cases/${number}/checklist`;
  return [
    { href: base, label: "All", count: counts.all, current: show === null },
    ...FILTERS.map(({ key, label }) => ({
      href: `${base}?show=${key}`,
      label,
      count: counts[key],
      current: show === key,
    })),
  ];
}

function EmptyChecklist({ checklist }: { checklist: Checklist }) {
  return (
    <EmptyState
      title="No checklist yet"
      action={
        checklist.derivable && checklist.allowed.edit ? (
          <RefreshButton caseId={checklist.caseId} first />
        ) : undefined
      }
    >
      {checklist.derivable
        ? "The facts of the file say what the application needs, person by person, and why."
        : "A checklist follows from an invitation: its class and its last day decide what is needed and by when."}
    </EmptyState>
  );
}

/** What the application needs, by person: why, whether it holds, by when to start, and whose move it is. */
export default async function ChecklistPage({ params, searchParams }: ChecklistPageProps) {
  const checklist = await loadChecklist((await params).number);
  const asked = (await searchParams).show;
  const show = FILTERS.find(({ key }) => key === asked)?.key ?? null;
  if (checklist.counts.all === 0 && checklist.dropped.length === 0)
    return <EmptyChecklist checklist={checklist} />;
  const groups = checklist.groups
    .map((group) => ({
      ...group,
      items: group.items.filter((item) => show === null || item.filter === show),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      {checklist.newer && (
        <TemplateNotice
          caseId={checklist.caseId}
          newer={checklist.newer}
          taken={checklist.templateNumber}
          canTake={checklist.allowed.edit}
        />
      )}
      <PlanCard checklist={checklist} />
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <FilterChips label="Whose move it is" items={chipsOf(checklist, show)} />
        {checklist.allowed.edit && (
          <div className="ml-auto flex flex-wrap items-center gap-2">
            {checklist.derivable && <RefreshButton caseId={checklist.caseId} />}
            <AddItem caseId={checklist.caseId} people={checklist.people} />
          </div>
        )}
      </div>
      {groups.length > 0 ? (
        <ChecklistTable
          checklist={checklist}
          groups={groups}
          contradicting={(await loadStandingFlags(checklist.caseId)).map(
            ({ requirementId }) => requirementId,
          )}
        />
      ) : (
        <EmptyState title="Nothing here">No item is in this part of the list now.</EmptyState>
      )}
      {checklist.dropped.length > 0 && (
        <details className="mt-3 text-sm text-ink-2">
          <summary className="cursor-pointer py-1">
            {formatCount(checklist.dropped.length, "item")} that the facts no longer call for
          </summary>
          <ul className="mt-1 list-disc pl-5">
            {checklist.dropped.map((item) => (
              <li key={item.id}>
                {item.title}: {item.reason}. What was received stays under Documents.
              </li>
            ))}
          </ul>
        </details>
      )}
      {checklist.police && <PoliceMatrix matrix={checklist.police} />}
      {checklist.history.length > 0 && (
        <HistoryFindings
          people={checklist.history}
          caseNumber={checklist.number}
          canEdit={checklist.allowed.edit}
        />
      )}
    </>
  );
}

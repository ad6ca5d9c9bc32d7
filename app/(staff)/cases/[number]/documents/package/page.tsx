import { ChevronLeft } from "lucide-react";
import { PageSheet } from "@/components/documents/page-sheet";
import { ApprovalCard } from "@/components/packages/approval-card";
import { FolderTable } from "@/components/packages/folder-table";
import { FreezeCard } from "@/components/packages/freeze-card";
import { LetterCard } from "@/components/packages/letter-form";
import { BeginForm, OutdatedNotice, PackageHead } from "@/components/packages/package-head";
import { PackageList } from "@/components/packages/package-list";
import { packageHref, pageWords } from "@/components/packages/package-words";
import { SlotList } from "@/components/packages/slot-list";
import { SlotPanel } from "@/components/packages/slot-panel";
import { RunProgress } from "@/components/rules/run-progress";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadPackagePage } from "@/lib/packages/loaders";
import type { PackagePage, PackageView, SlotView } from "@/lib/packages/types";

interface PageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<"package" | "slot" | "page", string | string[] | undefined>>;
}

/** The page of a slot that is looked at, if it has pages. */
function placeOf(slot: SlotView, asked: string | string[] | undefined): number | null {
  if (slot.pages.length === 0) return null;
  const page = typeof asked === "string" ? Number.parseInt(asked, 10) : 1;
  return Math.min(Math.max(Number.isNaN(page) ? 1 : page, 1), slot.pages.length) - 1;
}

function Sheet({ view, slot, place }: { view: PackageView; slot: SlotView; place: number | null }) {
  const page = place === null ? undefined : slot.pages[place];
  const source = view.slots
    .flatMap(({ sources }) => sources)
    .find(({ versionId }) => versionId === page?.versionId);
  if (!page || !source) return null;
  const active = source.flags.some((flag) => flag.startsWith("pdf."));
  if (active) return null;
  return (
    <PageSheet
      key={page.versionId}
      versionId={page.versionId}
      mediaType={source.mediaType}
      page={page.page}
      turn={page.turn}
      label={pageWords(view, page)}
    />
  );
}

interface ArrangingProps {
  page: PackagePage;
  view: PackageView;
  asked: { slot: string | string[] | undefined; page: string | string[] | undefined };
}

function Arranging({ page, view, asked }: ArrangingProps) {
  const selected =
    view.slots.find(({ id }) => id === asked.slot) ?? view.slots.find(({ pages }) => pages.length > 0);
  const editable = view.state === "arranging" || view.state === "built";
  const place = selected ? placeOf(selected, asked.page) : null;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <SlotList view={view} caseNumber={page.number} selectedId={selected?.id ?? null} />
      <div className="grid gap-4">
        {selected && (
          <SlotPanel
            key={selected.id}
            view={view}
            slot={selected}
            caseNumber={page.number}
            place={place}
            editable={editable}
            sheet={<Sheet view={view} slot={selected} place={place} />}
          />
        )}
        <LetterCard view={view} editable={editable} />
      </div>
    </div>
  );
}

/** The package for IRCC: arranged by slot, built by the worker, approved once and kept for good. */
export default async function PackageScreen({ params, searchParams }: PageProps) {
  const { number } = await params;
  const asked = await searchParams;
  const packageNumber = typeof asked.package === "string" ? Number.parseInt(asked.package, 10) : null;
  const page = await loadPackagePage(number, Number.isNaN(packageNumber) ? null : packageNumber);
  const view = page.current;
  const working = view?.state === "reading" || view?.state === "building";
  const editable = view?.state === "arranging" || view?.state === "built";
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <Button
          href={`/cases/${number}/documents`}
          variant="quiet"
          size="sm"
          icon={<ChevronLeft aria-hidden />}
        >
          Documents
        </Button>
        <PackageList page={page} />
      </div>
      {view === null ? (
        <Card>
          <EmptyState
            title="No package yet"
            action={page.begin.allowed ? <BeginForm caseId={page.caseId} primary /> : undefined}
          >
            {page.begin.allowed
              ? "The accepted documents, in the order of IRCC’s portal: one file for each slot, under 4 MB, with an index and a letter of explanation."
              : page.begin.reason}
          </EmptyState>
        </Card>
      ) : (
        <>
          <PackageHead page={page} view={view} />
          {working && (
            <div className="mb-4">
              <RunProgress
                run={{ id: view.id, state: "running", ...view.progress }}
                label={view.state === "reading" ? "Reading the pages of the files" : "Building the files"}
                of={view.state === "reading" ? "files" : "slots"}
                href={packageHref(number)}
              />
            </div>
          )}
          <OutdatedNotice view={view} editable={editable} />
          {view.state === "frozen" && (
            <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
              <FolderTable view={view} />
              <div className="grid gap-4">
                <ApprovalCard view={view} timeZone={page.timeZone} />
                <LetterCard view={view} editable={false} />
              </div>
            </div>
          )}
          {view.state === "built" && (
            <div className="mb-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
              <FolderTable view={view} />
              <FreezeCard view={view} />
            </div>
          )}
          {view.state !== "frozen" && <Arranging page={page} view={view} asked={asked} />}
        </>
      )}
    </>
  );
}

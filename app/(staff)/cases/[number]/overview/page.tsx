import { BlocksCard } from "@/components/cases/blocks-card";
import { DatesCard } from "@/components/cases/dates-card";
import { FileCard } from "@/components/cases/file-card";
import { NextStepCard } from "@/components/cases/next-step-card";
import { PeopleCard } from "@/components/cases/people-card";
import { RecentCard } from "@/components/cases/recent-card";
import { StageTrack } from "@/components/cases/stage-track";
import { RibbonKey, ValidityRibbon } from "@/components/cases/validity-ribbon";
import { Card, CardHeader } from "@/components/ui/card";
import { loadCaseHeader, loadLinkableDocuments } from "@/lib/cases/loaders";
import { loadCaseOverview } from "@/lib/cases/overview/loaders";

/** What is next on the file, what blocks it, and whether its documents hold. */
export default async function OverviewPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  const file = await loadCaseHeader(number);
  const overview = await loadCaseOverview(number);
  const documents = await loadLinkableDocuments(file.id);
  const { ribbon, people, recent, lastInPortal } = overview;
  const { day, accountStatus } = file;
  return (
    <>
      <StageTrack track={overview.track} file={file} />
      <div className="mb-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22.5rem]">
        <div className="space-y-4">
          <BlocksCard blocks={overview.blocks} />
          <NextStepCard file={file} documents={documents} />
        </div>
        <div className="space-y-4">
          <DatesCard dates={overview.dates} today={day.today} />
          <FileCard file={file} agreements={overview.agreements} documents={documents} />
        </div>
      </div>
      {ribbon && (
        <Card labelledBy="ribbon" className="mb-4">
          <CardHeader
            id="ribbon"
            title="Validity ribbon"
            detail={
              ribbon.firstBreak === null ? (
                "Everything that is here holds where it must"
              ) : (
                <span className="font-semibold text-late">{ribbon.firstBreak}</span>
              )
            }
            actions={<RibbonKey />}
          />
          <ValidityRibbon ribbon={ribbon} />
        </Card>
      )}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {people && <PeopleCard people={people} {...{ lastInPortal, accountStatus, day }} />}
        {recent && <RecentCard file={file} lines={recent} />}
      </div>
    </>
  );
}

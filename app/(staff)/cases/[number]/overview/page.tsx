import { BlocksCard } from "@/components/cases/blocks-card";
import { DatesCard } from "@/components/cases/dates-card";
import { FileCard } from "@/components/cases/file-card";
import { NextStepCard } from "@/components/cases/next-step-card";
import { PeopleCard } from "@/components/cases/people-card";
import { RecentCard } from "@/components/cases/recent-card";
import { StageTrack } from "@/components/cases/stage-track";
import { WaitingCard } from "@/components/cases/waiting-card";
import { ValidityRibbon } from "@/components/cases/validity-ribbon";
import { RibbonKey } from "@/components/cases/validity-ribbon-parts";
import { UploadPanel } from "@/components/documents/upload-panel";
import { NominationCard } from "@/components/nominations/nomination-card";
import { ProfileStep } from "@/components/profiles/profile-step";
import { SubmissionStep } from "@/components/submission/submission-step";
import { Card, CardHeader } from "@/components/ui/card";
import { loadCaseHeader, loadLinkableDocuments } from "@/lib/cases/loaders";
import { loadCaseOverview } from "@/lib/cases/overview/loaders";
import { loadNominationPage } from "@/lib/nominations/track/loaders";
import { loadPoolStep } from "@/lib/profiles/pool/loaders";
import { loadSubmission } from "@/lib/submission/loaders";

interface OverviewPageProps {
  params: Promise<{ number: string }>;
  /** `round`: the one whose page led here, for the form of the invitation. */
  searchParams: Promise<{ round?: string | string[] }>;
}

/** What is next on the file, what blocks it, and whether its documents hold. */
export default async function OverviewPage({ params, searchParams }: OverviewPageProps) {
  const { number } = await params;
  const { round } = await searchParams;
  const file = await loadCaseHeader(number);
  const overview = await loadCaseOverview(number);
  const documents = await loadLinkableDocuments(file.id);
  const { ribbon, people, recent, lastInPortal } = overview;
  const { day, accountStatus, allowed } = file;
  // Before the agreement is signed there is nothing to ask of the pool; facts of people are not everybody's.
  const later = file.allowedSteps.length === 0 && allowed.readFacts;
  const pool = later ? await loadPoolStep(file.id) : null;
  const nomination = later ? await loadNominationPage(file.id) : null;
  const submission = later ? await loadSubmission(file.id) : null;
  return (
    <>
      <StageTrack track={overview.track} file={file} />
      <div className="mb-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22.5rem]">
        <div className="space-y-4">
          <BlocksCard blocks={overview.blocks} />
          {file.allowedSteps.length > 0 ? (
            <NextStepCard
              file={file}
              documents={documents}
              attach={
                <UploadPanel
                  look="staff"
                  what="the signed paper"
                  caseId={file.id}
                  requirementId={null}
                  title={
                    file.allowedSteps[0] === "recordConsultation"
                      ? "Consultation agreement, signed"
                      : "Service agreement, signed"
                  }
                />
              }
            />
          ) : (
            <div id="next-step" className="space-y-4">
              {submission && (
                <SubmissionStep
                  submission={submission}
                  timeZone={day.timeZone}
                  allowed={{ signOff: allowed.signOff, record: allowed.recordSubmission }}
                />
              )}
              {pool && <ProfileStep step={pool} roundId={typeof round === "string" ? round : null} />}
              {nomination && <NominationCard page={nomination} />}
            </div>
          )}
        </div>
        <div className="space-y-4">
          <DatesCard
            dates={overview.dates}
            today={day.today}
            href={`/cases/${number}/dates`}
            addTask={allowed.readTasks ? `/cases/${number}/tasks?date=` : null}
          />
          <WaitingCard rows={overview.waiting} today={day.today} />
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
                <span className="font-semibold text-late">First break: {ribbon.firstBreak.words}</span>
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

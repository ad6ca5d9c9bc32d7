import type { Metadata } from "next";
import { ApplicationDates, HeadlineCard } from "@/components/processing/headline-card";
import { HistoryCard } from "@/components/processing/history-card";
import { LettersCard } from "@/components/processing/letters-card";
import { NextSteps } from "@/components/processing/next-steps";
import { PermitCard } from "@/components/processing/permit-card";
import { TracksCard } from "@/components/processing/tracks-card";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate } from "@/lib/format/dates";
import { loadProcessingPage } from "@/lib/processing/loaders";
import type { ApplicationView } from "@/lib/processing/types";

export const metadata: Metadata = { title: "After submission" };

interface ProcessingPageProps {
  params: Promise<{ number: string }>;
}

/** An application that was returned: it stays in the file as it was. */
function Earlier({ application }: { application: ApplicationView }) {
  const id = `earlier-${application.id}`;
  return (
    <Card labelledBy={id}>
      <CardHeader id={id} title={`Earlier application, received ${formatDate(application.receivedOn)}`} />
      <CardBody>
        <ApplicationDates application={application} />
      </CardBody>
    </Card>
  );
}

/** A case after its submission: IRCC's word, its letters, the decision and the landing. */
export default async function ProcessingPage({ params }: ProcessingPageProps) {
  const page = await loadProcessingPage((await params).number);
  const { current, earlier, sent } = page;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <h2 className="sr-only">After submission</h2>
      <div className="min-w-0 space-y-4">
        {sent === null ? (
          <Card>
            <EmptyState title="Nothing was sent yet">
              What IRCC says is recorded here once the submission is recorded on the overview.
            </EmptyState>
          </Card>
        ) : (
          <>
            <NextSteps page={page} />
            {current && <TracksCard page={page} application={current} />}
            {current && <LettersCard page={page} application={current} />}
            {current && <HistoryCard steps={current.steps} />}
          </>
        )}
        {earlier.map((application) => (
          <Earlier key={application.id} application={application} />
        ))}
      </div>
      <div className="min-w-0 space-y-4">
        {sent !== null && <HeadlineCard page={page} />}
        {current && <PermitCard page={page} application={current} />}
      </div>
    </div>
  );
}

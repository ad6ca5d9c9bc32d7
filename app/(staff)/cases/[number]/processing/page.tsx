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
    <div className="space-y-4">
      <h2 className="sr-only">After submission</h2>
      {sent === null ? (
        <Card>
          <EmptyState title="Nothing was sent yet">
            What IRCC says is recorded here once the submission is recorded on the overview.
          </EmptyState>
        </Card>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <HeadlineCard page={page} />
          <div className="min-w-0 space-y-4">
            <NextSteps page={page} />
            {current && <PermitCard page={page} application={current} />}
          </div>
        </div>
      )}
      {current && (
        <>
          <TracksCard page={page} application={current} />
          <LettersCard page={page} application={current} />
          <HistoryCard steps={current.steps} />
        </>
      )}
      {earlier.map((application) => (
        <Earlier key={application.id} application={application} />
      ))}
    </div>
  );
}

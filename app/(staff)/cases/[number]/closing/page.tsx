import type { Metadata } from "next";
import { BeginCard, SuccessorCard } from "@/components/processing/begin-card";
import { DutiesCard } from "@/components/processing/duties-card";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadClosingPage } from "@/lib/closing/loaders";

export const metadata: Metadata = { title: "Closing" };

interface ClosingPageProps {
  params: Promise<{ number: string }>;
}

/** The end of a case: what the firm still owes the client, with its clocks. */
export default async function ClosingPage({ params }: ClosingPageProps) {
  const page = await loadClosingPage((await params).number);
  const { duties, allowed } = page;
  return (
    <div className="space-y-4">
      <h2 className="sr-only">Closing</h2>
      {duties.length > 0 && <DutiesCard page={page} />}
      {allowed.begin && <BeginCard page={page} />}
      {allowed.nameSuccessor && <SuccessorCard page={page} />}
      {duties.length === 0 && !allowed.begin && (
        <Card>
          <EmptyState title="Nothing to close">
            The closing duties begin when the work is done or the retainer ends.
          </EmptyState>
        </Card>
      )}
    </div>
  );
}

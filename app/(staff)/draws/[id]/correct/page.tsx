import type { Metadata } from "next";
import { CorrectRoundForm } from "@/components/draws/round-form";
import { PageHead } from "@/components/layout/page-head";
import { Card, CardBody } from "@/components/ui/card";
import { loadRoundToCorrect } from "@/lib/draws/loaders";
import { formatDate } from "@/lib/format/dates";

export const metadata: Metadata = { title: "Correct a round" };

interface CorrectRoundPageProps {
  params: Promise<{ id: string }>;
}

/** A published round put right: what it said before stays, with who changed it and why. */
export default async function CorrectRoundPage({ params }: CorrectRoundPageProps) {
  const { round, today } = await loadRoundToCorrect((await params).id);
  const title = `${round.title}, ${formatDate(round.date)}`;
  return (
    <div className="max-w-160">
      <PageHead
        title="Correct the round"
        context={title}
        breadcrumbs={[
          { label: "Draws", href: "/draws" },
          { label: title, href: `/draws/${round.id}` },
          { label: "Correct" },
        ]}
      />
      <Card>
        <CardBody>
          <CorrectRoundForm today={today} round={round} />
        </CardBody>
      </Card>
    </div>
  );
}

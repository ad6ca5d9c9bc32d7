import type { Metadata } from "next";
import { RoundForm } from "@/components/draws/round-form";
import { PageHead } from "@/components/layout/page-head";
import { Card, CardBody } from "@/components/ui/card";
import { loadRecordingDay } from "@/lib/draws/loaders";

export const metadata: Metadata = { title: "Record a round" };

export default async function NewRoundPage() {
  const { today } = await loadRecordingDay();
  return (
    <div className="max-w-160">
      <PageHead
        title="Record a round"
        context="As IRCC published it. Our clients in the pool are matched at once."
        breadcrumbs={[{ label: "Draws", href: "/draws" }, { label: "Record a round" }]}
      />
      <Card>
        <CardBody>
          <RoundForm today={today} />
        </CardBody>
      </Card>
    </div>
  );
}

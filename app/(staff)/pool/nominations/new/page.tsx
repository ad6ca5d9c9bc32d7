import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PageHead } from "@/components/layout/page-head";
import { StreamForm } from "@/components/nominations/stream-form";
import { Card, CardBody } from "@/components/ui/card";
import { loadCatalogue } from "@/lib/nominations/catalogue/loaders";

export const metadata: Metadata = { title: "Add a stream" };

/** A stream of a province, entered and dated by the firm. */
export default async function NewStreamPage() {
  const { today, allowed } = await loadCatalogue();
  if (!allowed.edit) forbidden();
  return (
    <div className="max-w-160">
      <PageHead
        title="Add a stream"
        context="As the province’s page says it today. Clients in the pool are matched at once."
        breadcrumbs={[{ label: "Provincial streams", href: "/pool/nominations" }, { label: "Add a stream" }]}
      />
      <Card>
        <CardBody>
          <StreamForm today={today} />
        </CardBody>
      </Card>
    </div>
  );
}

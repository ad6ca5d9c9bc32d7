import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PageHead } from "@/components/layout/page-head";
import { StreamForm } from "@/components/nominations/stream-form";
import { Card, CardBody } from "@/components/ui/card";
import { loadStreamPage } from "@/lib/nominations/catalogue/loaders";

export const metadata: Metadata = { title: "Change a stream" };

interface EditStreamPageProps {
  params: Promise<{ id: string }>;
}

/** A stream as the province now says it; what it said before stays. */
export default async function EditStreamPage({ params }: EditStreamPageProps) {
  const { stream, today, allowed } = await loadStreamPage((await params).id);
  if (!allowed.edit) forbidden();
  return (
    <div className="max-w-160">
      <PageHead
        title="Change the stream"
        context={stream.name}
        breadcrumbs={[
          { label: "Provincial streams", href: "/pool/nominations" },
          { label: stream.name, href: `/pool/nominations/${stream.id}` },
          { label: "Change" },
        ]}
      />
      <Card>
        <CardBody>
          <StreamForm today={today} stream={stream} />
        </CardBody>
      </Card>
    </div>
  );
}

import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { StreamFacts } from "@/components/nominations/stream-facts";
import { StreamHistory } from "@/components/nominations/stream-history";
import { StreamMatches } from "@/components/nominations/stream-matches";
import { Button } from "@/components/ui/button";
import { loadStreamPage } from "@/lib/nominations/catalogue/loaders";

interface StreamPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: StreamPageProps): Promise<Metadata> {
  const { stream } = await loadStreamPage((await params).id);
  return { title: stream.name };
}

/** One stream: whom it targets, which of our clients in the pool fit it and why, what it said before. */
export default async function StreamPage({ params }: StreamPageProps) {
  const page = await loadStreamPage((await params).id);
  const { stream, allowed } = page;
  return (
    <>
      <PageHead
        title={stream.name}
        breadcrumbs={[{ label: "Provincial streams", href: "/pool/nominations" }, { label: stream.name }]}
        actions={
          allowed.edit ? <Button href={`/pool/nominations/${stream.id}/edit`}>Change it</Button> : undefined
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_28rem]">
        {allowed.matches && <StreamMatches page={page} />}
        <div className="space-y-4">
          <StreamFacts page={page} />
          <StreamHistory changes={page.changes} zone={page.timeZone} />
        </div>
      </div>
    </>
  );
}

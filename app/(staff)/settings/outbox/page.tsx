import type { Metadata } from "next";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { OutboxTable } from "@/components/users/outbox-table";
import { loadOutbox } from "@/lib/mail/loaders";
import { loadPublicFrame } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "Outbox" };

interface OutboxPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OutboxPage({ searchParams }: OutboxPageProps) {
  const { after: asked } = await searchParams;
  const { lines, after } = await loadOutbox(typeof asked === "string" ? asked : undefined);
  const { timeZone } = await loadPublicFrame();
  if (lines.length === 0) {
    return (
      <EmptyState title="No mail yet">
        Invitations and notices appear here the moment they are written.
      </EmptyState>
    );
  }
  return (
    <Card labelledBy="outbox">
      <CardHeader
        id="outbox"
        title="Outbox"
        detail="Without a mail server every mail is kept here to be read."
      />
      <OutboxTable entries={lines} zone={timeZone} />
      <CardFooter>
        <Pagination
          previousHref={asked === undefined ? null : "/settings/outbox"}
          nextHref={after === null ? null : `/settings/outbox?after=${after}`}
        />
      </CardFooter>
    </Card>
  );
}

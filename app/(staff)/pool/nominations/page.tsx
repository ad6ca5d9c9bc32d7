import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { CatalogueTable } from "@/components/nominations/catalogue-table";
import { PoolTabs } from "@/components/nominations/pool-tabs";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RowKeys } from "@/components/ui/row-keys";
import { formatCount } from "@/lib/format/quantities";
import { loadCatalogue } from "@/lib/nominations/catalogue/loaders";

export const metadata: Metadata = { title: "Provincial streams" };

/** The firm's catalogue of the provinces' Express Entry streams, against its clients in the pool. */
export default async function StreamsPage() {
  const { lines, compared, truncated, allowed } = await loadCatalogue();
  const clients = formatCount(compared, "client");
  const beside = truncated ? `the best-ranked ${clients}` : clients;
  const add = allowed.edit && <Button href="/pool/nominations/new">Add a stream</Button>;
  return (
    <>
      <PageHead
        title="Provincial streams"
        context={
          allowed.matches
            ? `As the firm entered them, against ${beside} in the pool`
            : "As the firm entered them"
        }
        actions={add || undefined}
      />
      {allowed.pool && <PoolTabs />}
      <Card>
        {lines.length === 0 ? (
          <EmptyState title="No stream entered yet">
            A manager or an administrator enters the provinces’ Express Entry streams, each with the day on
            which its page was read. Clients in the pool are then matched to them.
          </EmptyState>
        ) : (
          <RowKeys>
            <CatalogueTable lines={lines} />
          </RowKeys>
        )}
      </Card>
    </>
  );
}

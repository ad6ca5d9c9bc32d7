import type { Metadata } from "next";
import { FactsHead } from "@/components/reports/facts-head";
import { FactsPages } from "@/components/reports/facts-pages";
import { FactsTable } from "@/components/reports/facts-table";
import { Card } from "@/components/ui/card";
import { RowKeys } from "@/components/ui/row-keys";
import { loadFacts } from "@/lib/reports/loaders";

export const metadata: Metadata = { title: "Behind a figure" };

interface FactsPageProps {
  params: Promise<{ name: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a figure counts, row by row: as many as it says, each leading to its case. */
export default async function FactsPage({ params, searchParams }: FactsPageProps) {
  const list = await loadFacts((await params).name, await searchParams);
  return (
    <>
      <FactsHead list={list} />
      <RowKeys>
        <Card>
          <FactsTable list={list} />
        </Card>
      </RowKeys>
      <FactsPages list={list} />
    </>
  );
}

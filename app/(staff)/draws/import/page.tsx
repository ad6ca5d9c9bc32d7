import type { Metadata } from "next";
import { ImportRounds } from "@/components/draws/import-rounds";
import { PageHead } from "@/components/layout/page-head";
import { loadRecordingDay } from "@/lib/draws/loaders";

export const metadata: Metadata = { title: "Import rounds" };

/** A file of rounds: first what it would change, then the change. */
export default async function ImportRoundsPage() {
  await loadRecordingDay();
  return (
    <>
      <PageHead
        title="Import rounds"
        context="IRCC's JSON of rounds, or a CSV. Nothing is written before you have seen what would change."
        breadcrumbs={[{ label: "Draws", href: "/draws" }, { label: "Import rounds" }]}
      />
      <ImportRounds />
    </>
  );
}

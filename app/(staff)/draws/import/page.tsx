import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ImportRounds } from "@/components/draws/import-rounds";
import { PageHead } from "@/components/layout/page-head";
import { loadRounds } from "@/lib/draws/loaders";

export const metadata: Metadata = { title: "Import rounds" };

/** A file of rounds: first what it would change, then the change. */
export default async function ImportRoundsPage() {
  const { allowed } = await loadRounds(null, null);
  if (!allowed.record) forbidden();
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

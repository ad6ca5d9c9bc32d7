import type { Metadata } from "next";
import { LIST_WORDS } from "@/components/portal/list-words";
import { PageTitle } from "@/components/portal/page-title";
import { PartList } from "@/components/portal/part-list";
import { PartMeter } from "@/components/portal/progress-card";
import { loadPortalList } from "@/lib/portal/loaders";

export const metadata: Metadata = { title: LIST_WORDS.title };

/** Every document, by where it is. */
export default async function PortalDocumentsPage() {
  const { groups, parts, day } = await loadPortalList();
  if (groups.length === 0) return <PageTitle title={LIST_WORDS.title} lead={LIST_WORDS.none} />;
  return (
    <>
      <PageTitle title={LIST_WORDS.title} lead={LIST_WORDS.lead} />
      <div className="rounded-lg border border-line bg-surface px-5 py-4">
        <PartMeter parts={parts} />
      </div>
      <PartList groups={groups} today={day.today} />
    </>
  );
}

import type { Metadata } from "next";
import { PageTitle } from "@/components/portal/page-title";
import { PartList } from "@/components/portal/part-list";
import { PartMeter } from "@/components/portal/progress-card";
import { portalWords } from "@/components/portal/words";
import { loadPortalList } from "@/lib/portal/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await portalWords()).t("list.title") };
}

/** Every document, by where it is. */
export default async function PortalDocumentsPage() {
  const { t } = await portalWords();
  const { groups, parts, day } = await loadPortalList();
  if (groups.length === 0) return <PageTitle title={t("list.title")} lead={t("list.none")} />;
  return (
    <>
      <PageTitle title={t("list.title")} lead={t("list.lead")} />
      <div className="rounded-lg border border-line bg-surface px-5 py-4">
        <PartMeter parts={parts} />
      </div>
      <PartList groups={groups} today={day.today} />
    </>
  );
}

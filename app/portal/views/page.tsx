import type { Metadata } from "next";
import { OpeningList } from "@/components/portal/opening-list";
import { PageTitle } from "@/components/portal/page-title";
import { portalWords } from "@/components/portal/words";
import { Button } from "@/components/ui/button";
import { loadOwnFrame, loadPortalOpenings } from "@/lib/portal/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await portalWords()).t("views.title") };
}

interface PortalViewsPageProps {
  searchParams: Promise<{ before?: string | string[] }>;
}

/** Everybody of the firm who had a document of the client open, and every time. */
export default async function PortalViewsPage({ searchParams }: PortalViewsPageProps) {
  const { t } = await portalWords();
  const { before } = await searchParams;
  const { day } = await loadOwnFrame();
  const from = typeof before === "string" ? before : null;
  const { openings, older } = await loadPortalOpenings(from);
  const back = { href: "/portal", label: t("frame.back") };
  if (openings.length === 0) return <PageTitle title={t("views.title")} back={back} lead={t("views.none")} />;
  return (
    <>
      <PageTitle title={t("views.title")} back={back} lead={t("views.lead")} />
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <OpeningList openings={openings} day={day} />
      </div>
      <div className="mt-3 flex gap-2">
        {from !== null && <Button href="/portal/views">{t("views.newer")}</Button>}
        {older !== null && (
          <Button href={`/portal/views?before=${older.getTime()}`}>{t("views.older")}</Button>
        )}
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { VIEWS_WORDS } from "@/components/portal/list-words";
import { OpeningList } from "@/components/portal/opening-list";
import { PageTitle } from "@/components/portal/page-title";
import { loadOwnFrame, loadPortalOpenings } from "@/lib/portal/loaders";

export const metadata: Metadata = { title: VIEWS_WORDS.title };

/** Everybody of the firm who had a document of the client open. */
export default async function PortalViewsPage() {
  const { day } = await loadOwnFrame();
  const openings = await loadPortalOpenings();
  const back = { href: "/portal", label: "Back to your page" };
  if (openings.length === 0)
    return <PageTitle title={VIEWS_WORDS.title} back={back} lead={VIEWS_WORDS.none} />;
  return (
    <>
      <PageTitle title={VIEWS_WORDS.title} back={back} lead={VIEWS_WORDS.lead} />
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <OpeningList openings={openings} day={day} />
      </div>
    </>
  );
}

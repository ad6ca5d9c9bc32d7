import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { EscalationList } from "@/components/reminders/escalation-list";
import { NoticeTable } from "@/components/reminders/notice-table";
import { ReadButton } from "@/components/reminders/read-button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadNotices } from "@/lib/reminders/loaders";

export const metadata: Metadata = { title: "Notices" };

interface NoticesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the viewer was told about dates, and above it the dates in danger that wait for an answer. */
export default async function NoticesPage({ searchParams }: NoticesPageProps) {
  const { after: asked } = await searchParams;
  const { lines, escalations, timeZone, after } = await loadNotices(
    typeof asked === "string" ? asked : undefined,
  );
  const [newest] = lines;
  return (
    <>
      <PageHead title="Notices" />
      {escalations.length > 0 && (
        <Card labelledBy="escalations" className="mb-6">
          <CardHeader
            id="escalations"
            title="Dates in danger"
            detail="Told every morning until somebody acts, or a decision is recorded."
          />
          <EscalationList escalations={escalations} />
        </Card>
      )}
      {newest === undefined ? (
        <EmptyState title="No notices">Reminders of the dates of your files appear here.</EmptyState>
      ) : (
        <Card labelledBy="notices">
          <CardHeader
            id="notices"
            title="Reminders"
            actions={
              asked === undefined && lines.some(({ unread }) => unread) ? (
                <ReadButton upTo={newest.id} />
              ) : undefined
            }
          />
          <NoticeTable lines={lines} zone={timeZone} />
          <CardFooter>
            <Pagination
              previousHref={asked === undefined ? null : "/notices"}
              nextHref={after === null ? null : `/notices?after=${after}`}
            />
          </CardFooter>
        </Card>
      )}
    </>
  );
}

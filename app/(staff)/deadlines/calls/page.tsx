import type { Metadata } from "next";
import { CallTable } from "@/components/deadlines/call-table";
import { LandscapePrint } from "@/components/layout/landscape-print";
import { PageHead } from "@/components/layout/page-head";
import { loadCallList } from "@/lib/deadlines/board/loaders";
import { formatWeekdayDate } from "@/lib/format/dates";

export const metadata: Metadata = { title: "Call list" };

interface CallsPageProps {
  searchParams: Promise<Record<string, string | string[]>>;
}

/** Whom to ring today for the windows that the address asks for. */
export default async function CallsPage({ searchParams }: CallsPageProps) {
  const list = await loadCallList(await searchParams);
  return (
    <>
      <LandscapePrint />
      <PageHead
        title="Call list"
        context={formatWeekdayDate(list.today)}
        breadcrumbs={[{ href: "/deadlines", label: "Deadlines" }]}
      />
      <CallTable list={list} />
    </>
  );
}

import { Download, Plus } from "lucide-react";
import type { Metadata } from "next";
import { BulkAssign } from "@/components/cases/bulk-assign";
import { CaseFilters } from "@/components/cases/case-filters";
import { CasesEmpty } from "@/components/cases/cases-empty";
import { CasesPages } from "@/components/cases/cases-pages";
import { CasesTable } from "@/components/cases/cases-table";
import { WaitingChips } from "@/components/cases/waiting-chips";
import { PageHead } from "@/components/layout/page-head";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { RowKeys } from "@/components/ui/row-keys";
import { loadCaseList } from "@/lib/cases/list/loaders";
import { formatCount } from "@/lib/format/quantities";

export const metadata: Metadata = { title: "Cases" };

interface CasesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The firm's files. Everything one sees is in the address: filters, order, page. */
export default async function CasesPage({ searchParams }: CasesPageProps) {
  const params = await searchParams;
  const { state, list } = await loadCaseList(params);
  const query = new URLSearchParams(
    Object.entries(params).flatMap(([key, value]) =>
      value === undefined ? [] : (typeof value === "string" ? [value] : value).map((one) => [key, one]),
    ),
  ).toString();
  const mayAssign = list.allowed.assign && list.rows.length > 0;
  const table = <CasesTable list={list} state={state} selectable={mayAssign} />;
  return (
    <>
      <PageHead
        title="Cases"
        context={list.totalIsBound ? "1,000+ files" : formatCount(list.total, "file")}
        actions={
          <>
            {list.allowed.export && list.rows.length > 0 && (
              <a href={`/api/cases.csv?${query}`} className={buttonClass()} download>
                <Download aria-hidden />
                CSV
              </a>
            )}
            {list.allowed.create && (
              <Button href="/cases/new" variant="primary" icon={<Plus aria-hidden />}>
                New enquiry
              </Button>
            )}
          </>
        }
      />
      <CaseFilters state={state} owners={list.assignees} />
      <WaitingChips list={list} state={state} />
      <RowKeys>
        <Card>
          {list.rows.length === 0 ? (
            <CasesEmpty state={state} mayCreate={list.allowed.create} />
          ) : mayAssign ? (
            <BulkAssign assignees={list.assignees}>{table}</BulkAssign>
          ) : (
            table
          )}
        </Card>
      </RowKeys>
      <CasesPages list={list} state={state} />
    </>
  );
}

import { Download } from "lucide-react";
import { PageHead } from "@/components/layout/page-head";
import { buttonClass } from "@/components/ui/button-class";
import { formatNumber } from "@/lib/format/quantities";
import { figureQuery, reportQuery, REPORTS } from "@/lib/reports/rules";
import type { FactList } from "@/lib/reports/types";
import { periodWords } from "./period-words";

/** What a figure counts, with the way back to its report and its file. */
export function FactsHead({ list }: { list: FactList }) {
  const { name, state, figure, total, title, allowed } = list;
  const back = {
    label: `Reports: ${REPORTS[name].label.toLowerCase()}`,
    href: `/reports/${name}${reportQuery(state)}`,
  };
  return (
    <PageHead
      breadcrumbs={[back, { label: "Behind a figure" }]}
      title={title}
      context={`${formatNumber(total)}, ${periodWords(list)}`}
      actions={
        allowed.export &&
        total > 0 && (
          <a
            href={`/api/reports/${name}/cases.csv${figureQuery(state, figure)}`}
            className={buttonClass()}
            download
          >
            <Download aria-hidden />
            CSV
          </a>
        )
      }
    />
  );
}

import { PageHead } from "@/components/layout/page-head";
import { REPORTS } from "@/lib/reports/rules";
import type { Report } from "@/lib/reports/types";
import { periodWords } from "./period-words";

/** Which report, of which days and whose files: on paper too. */
export function ReportHead({ report }: { report: Report }) {
  return (
    <PageHead title={`Reports: ${REPORTS[report.name].label.toLowerCase()}`} context={periodWords(report)} />
  );
}

import { Tabs } from "@/components/ui/tabs";
import { reportQuery, REPORTS } from "@/lib/reports/rules";
import { REPORT_NAMES, type ReportName, type ReportState } from "@/lib/reports/types";

/** The reports; period and consultant go along from one to the next. */
export function ReportTabs({ state, current }: { state: ReportState; current: ReportName }) {
  return (
    <Tabs
      label="Reports"
      className="print:hidden"
      items={REPORT_NAMES.map((name) => ({
        href: `/reports/${name}${reportQuery(state)}`,
        label: REPORTS[name].label,
        current: name === current,
      }))}
    />
  );
}

import { formatDate } from "@/lib/format/dates";
import { REPORTS } from "@/lib/reports/rules";
import type { Report } from "@/lib/reports/types";

/** The period and the consultant of a report in words, on paper too. */
export function periodWords({ name, state, owners }: Pick<Report, "name" | "state" | "owners">): string {
  const period = REPORTS[name].isNow ? "as of now" : `${formatDate(state.from)} to ${formatDate(state.to)}`;
  const owner = owners.find(({ id }) => id === state.owner);
  return owner ? `${period}, files of ${owner.name}` : period;
}

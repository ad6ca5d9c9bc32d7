import { readEditTarget, type FactLinks } from "@/components/people/edit-target";
import type { FactsView } from "@/components/people/facts-view";
import { factIdOf, prefillOf } from "@/components/people/prefill";
import type { Assessment } from "@/lib/assessment/types";
import { dateInZone, formatDayMonth, formatTime } from "@/lib/format/dates";
import { loadFactHistory } from "@/lib/people/history/loaders";
import type { FactHistory } from "@/lib/people/history/types";
import { searchOccupations } from "./search-occupations";

type Query = Record<string, string | string[] | undefined>;

/** `09:41` today, `16 Jun` before. */
function savedWhen({ savedAt, timeZone, today }: FactHistory): string | null {
  if (savedAt === null) return null;
  const day = dateInZone(savedAt, timeZone);
  return day === today ? formatTime(savedAt, timeZone) : formatDayMonth(day, today);
}

/** The facts as the card shows them: what is open, how it was opened, and what it said before. */
export async function openFacts(assessment: Assessment, links: FactLinks, query: Query): Promise<FactsView> {
  const one = (name: string) => {
    const value = query[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const { caseId, sheet, on, occupations, allowed } = assessment;
  const target = allowed.edit ? readEditTarget(one("edit")) : null;
  const showsHistory = one("history") === "all";
  const history = await loadFactHistory(caseId, showsHistory ? null : (factIdOf(target, caseId) ?? caseId));
  return {
    sheet,
    on,
    occupations,
    links,
    target,
    focus: one("field"),
    prefill: prefillOf(target, { from: one("from"), to: one("to"), restore: one("restore") }, history),
    canEdit: allowed.edit,
    history,
    showsHistory,
    savedAt: savedWhen(history),
    search: searchOccupations,
  };
}

/** What stands in a form as if it had been typed, from the address of the page. Pure. */
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";
import type { FactHistory, RecordedKind } from "@/lib/people/history/types";
import type { EditTarget, FactKind } from "./edit-target";
import { typedForm } from "./history-words";

interface Asked {
  from: string | undefined;
  to: string | undefined;
  /** A change to take back. */
  restore: string | undefined;
}

const KINDS: Readonly<Record<FactKind, RecordedKind>> = {
  person: "person",
  address: "address",
  job: "job",
  test: "language_test",
  credential: "credential",
};

/** The name of the last day of a fact: a credential is completed. */
function endOf(kind: FactKind): string {
  return kind === "credential" ? "awardedOn" : "toDate";
}

/** The days of a new fact, or what a field said before; nothing for anything else. */
export function prefillOf(
  target: EditTarget | null,
  { from, to, restore }: Asked,
  history: FactHistory | null,
): Readonly<Record<string, string>> {
  if (target === null || target.kind === "family") return {};
  if (target.id === "new") {
    return {
      ...(from !== undefined && isIsoDate(from) ? { fromDate: formatDate(from) } : {}),
      ...(to !== undefined && isIsoDate(to) ? { [endOf(target.kind)]: formatDate(to) } : {}),
    };
  }
  const change = history?.changes.find(({ id }) => id === restore);
  if (change?.kind !== KINDS[target.kind] || change.factId !== target.id || change.verb !== "changed")
    return {};
  const { field, before } = change;
  // A box that is ticked sends "on"; a question of yes, no and not asked sends its answer.
  const isBox = typeof before === "boolean" && !TRI_STATE.includes(field);
  return { [field]: isBox ? (before ? "on" : "") : typedForm(before) };
}

const TRI_STATE: readonly string[] = ["authorized", "duringFullTimeStudy", "earlierUnionEnded"];

/** The row whose changes stand beside the open form; null where none does. */
export function factIdOf(target: EditTarget | null, caseId: string): string | null {
  if (target === null) return null;
  if (target.kind === "family") return caseId;
  return target.id === "new" ? null : target.id;
}

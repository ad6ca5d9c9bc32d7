import type { FactKind } from "./edit-target";
import { FactHistory } from "./fact-history";
import type { FactsView } from "./facts-view";

/** The changes of the fact whose form is open. */
export function OpenHistory({ view, kind, id }: { view: FactsView; kind: FactKind; id: string }) {
  const { history, links } = view;
  if (history === null) return null;
  return <FactHistory history={history} restoreHref={(change) => links.restore(`${kind}.${id}`, change)} />;
}

/** The changes of one part of the family's facts: they are put back by hand. */
export function OpenFamilyHistory({ view, fields }: { view: FactsView; fields: readonly string[] }) {
  const { history } = view;
  if (history === null) return null;
  const changes = history.changes.filter(({ field }) => fields.includes(field));
  return <FactHistory history={{ ...history, changes }} restoreHref={() => null} />;
}

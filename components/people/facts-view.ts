import type { PersonFacts } from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FactHistory } from "@/lib/people/history/types";
import type { FactSheet } from "@/lib/people/types";
import type { FactFormSetting } from "./form-target";
import type { EditTarget, FactKind, FactLinks } from "./edit-target";
import type { SearchOccupations } from "./occupation-field";

/** What every part of the facts card needs. */
export interface FactsView {
  sheet: FactSheet;
  /** The day for which derived lines are written. */
  on: IsoDate;
  /** `21231 Software engineers and designers` by code. */
  occupations: Readonly<Record<string, string>>;
  links: FactLinks;
  target: EditTarget | null;
  /** The field that was pressed. */
  focus: string | undefined;
  /** What stands in the open form as if it had been typed. */
  prefill: Readonly<Record<string, string>>;
  canEdit: boolean;
  /** Changes of the open fact; of all facts where those are asked for; null: neither is. */
  history: FactHistory | null;
  showsHistory: boolean;
  /** `09:41`, or the day where it is not today; null: no change is known. */
  savedAt: string | null;
  search: SearchOccupations;
}

/** The address of a form, or null for who may only read. */
export function editHref(view: FactsView, href: string): string | null {
  return view.canEdit ? href : null;
}

/** True where the form of this row stands open. */
export function isOpen({ target, canEdit }: FactsView, kind: FactKind, id: string): boolean {
  return canEdit && target?.kind === kind && target.id === id;
}

/** True where the form for a new fact of this kind stands open for this person. */
export function isAdding({ target, canEdit }: FactsView, kind: FactKind, person: PersonFacts): boolean {
  return canEdit && target?.kind === kind && target.id === "new" && target.personId === person.id;
}

/** True where any form that belongs to this person stands open. */
export function isTouched({ target }: FactsView, person: PersonFacts): boolean {
  if (target === null || target.kind === "family") return false;
  if (target.id === person.id || target.personId === person.id) return true;
  const rows = [...person.addresses, ...person.jobs, ...person.languageTests, ...person.credentials];
  return rows.some(({ id }) => id === target.id);
}

export function versionOf({ sheet }: FactsView, id: string): number {
  return sheet.versions[id] ?? 1;
}

/** Where the open form leads, and how it opens. */
export function settingOf({ links, focus, prefill }: FactsView): FactFormSetting {
  return { closeHref: links.closed, focus, prefill };
}

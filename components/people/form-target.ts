/** Whose fact a form changes or adds, and where it leads when it is done. */
export interface FactFormTarget {
  caseId: string;
  personId: string;
  /** Of the row when the page was made. */
  version: number;
  closeHref: string;
  focus?: string;
}

/** What a form sends beside its fields: the row and its version, or the person who gets a new one. */
export function hiddenOf(
  { caseId, personId, version }: FactFormTarget,
  row: { id: string } | null,
): Record<string, string | number> {
  return row ? { caseId, id: row.id, version } : { caseId, personId };
}

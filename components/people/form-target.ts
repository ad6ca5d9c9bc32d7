/** Where a form leads when it is done, and how it opens. */
export interface FactFormSetting {
  /** The page without the form. */
  closeHref: string;
  /** The field that was pressed; the first one otherwise. */
  focus?: string;
  /** Stands in the fields as if it had been typed: days of a gap, a value that was there before. */
  prefill?: Readonly<Record<string, string>>;
}

/** Whose fact a form changes or adds. */
export interface FactFormTarget extends FactFormSetting {
  caseId: string;
  personId: string;
  /** Of the row when the page was made. */
  version: number;
}

/** What a form sends beside its fields: the row and its version, or the person who gets a new one. */
export function hiddenOf(
  { caseId, personId, version }: FactFormTarget,
  row: { id: string } | null,
): Record<string, string | number> {
  return row ? { caseId, id: row.id, version } : { caseId, personId };
}

/** The name under which what is typed into a form is kept: `job.<id>`, `job.new.<person>`. */
export function formName(kind: string, { personId }: FactFormTarget, row: { id: string } | null): string {
  return row ? `${kind}.${row.id}` : `${kind}.new.${personId}`;
}

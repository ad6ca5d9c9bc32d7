/**
 * What was typed into a form and is not saved yet. It lies in the tab's own storage: it survives a reload and a
 * crash, and is gone with the tab, as befits facts about people on a computer that others may use.
 */
export interface Draft {
  /** When it was typed, ISO. */
  at: string;
  /** Only the fields that somebody typed in, by name. */
  values: Readonly<Record<string, string>>;
}

const PREFIX = "landfall.draft.";

function storage(): Storage | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    // A browser that keeps nothing for this site: then there are no drafts.
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null || !("at" in value) || !("values" in value)) return false;
  const { at, values } = value;
  if (typeof at !== "string" || Number.isNaN(Date.parse(at))) return false;
  if (typeof values !== "object" || values === null) return false;
  return Object.values(values).every((text) => typeof text === "string");
}

export function readDraft(key: string): Draft | null {
  const text = storage()?.getItem(PREFIX + key) ?? null;
  if (text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) && Object.keys(draft.values).length > 0 ? draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: Draft): void {
  try {
    storage()?.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: what was typed is still in the form.
  }
}

export function dropDraft(key: string): void {
  storage()?.removeItem(PREFIX + key);
}

/** For a sign-in page: what somebody typed is not offered to whoever comes next. */
export function dropAllDrafts(): void {
  const store = storage();
  if (!store) return;
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
}

import type { ActionResult } from "@/lib/command/action-result";

/** What a refusal hands back of the typed text, if the action does: `values` beside `fieldErrors`. */
export function typedValues(
  failure: Extract<ActionResult<unknown>, { ok: false }> | null,
): Record<string, string> {
  if (!failure || !("values" in failure) || typeof failure.values !== "object" || failure.values === null)
    return {};
  return Object.fromEntries(
    Object.entries(failure.values).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
